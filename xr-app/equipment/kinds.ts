// SPDX-License-Identifier: EUPL-1.2
import type { PieceKind } from '#domain/workshop/pieces.ts'
import type { KindBody } from './kind-body.ts'
import { door } from './kind/door.ts'
import { multimeter, tester } from './kind/instruments.ts'
import { diagram, form } from './kind/papers.ts'
import { person } from './kind/person.ts'
import { unknown } from './kind/unknown.ts'

type Bodies = { [K in PieceKind]?: KindBody<K> }

// What only one trade uses is fetched when a workshop has it: nobody who locks out a cabinet waits for a soldering iron.
const power = ['disconnector', 'breaker', 'terminal-block', 'padlock', 'key', 'tag', 'gloves', 'face-shield', 'mat',
  'watch', 'earthing-kit', 'barrier', 'load'] as const
const starter = ['contactor', 'thermal-relay', 'motor', 'push-button', 'emergency-stop', 'fuse', 'cable', 'clamp-meter', 'screwdriver', 'spare'] as const
const cabling = ['cable-end', 'wire-pair', 'network-module', 'patch-cord', 'network-switch', 'host', 'cable-tester', 'remote-unit', 'stripper',
  'punch-tool', 'label-writer', 'power-strip'] as const
const soldering = ['soldering-iron', 'circuit-board', 'component', 'solder-wire', 'desoldering-braid', 'side-cutters', 'magnifier', 'tip-cleaner',
  'fume-arm', 'safety-glasses', 'wrist-strap'] as const

type Trade<K extends PieceKind> = { kinds: readonly K[]; load: () => Promise<{ [Own in K]: KindBody<Own> }> }
const trade = <K extends PieceKind>(kinds: readonly K[], load: Trade<K>['load']) => ({ kinds: new Set<string>(kinds), load: load as () => Promise<Bodies> })
const trades = [
  trade(power, () => import('./power-bodies.ts').then(({ powerBodies }) => powerBodies)),
  trade(starter, () => import('./starter-bodies.ts').then(({ starterBodies }) => starterBodies)),
  trade(cabling, () => import('./cabling-bodies.ts').then(({ cablingBodies }) => cablingBodies)),
  trade(soldering, () => import('./soldering-bodies.ts').then(({ solderingBodies }) => solderingBodies)),
]

/** The one registry: each kind of equipment and its body. A new one is a file in kind/ and its name here or in its trade. */
const bodies: Bodies = { door, tester, multimeter, diagram, form, person }

/**
 * Fetches the bodies of these kinds where they are not there yet, and gives every body that now is, by kind. To be
 * awaited before anything of these kinds is stood. Rejects when the network does.
 */
export async function loadBodies(kinds: Iterable<string>): Promise<{ readonly [K in PieceKind]?: KindBody<K> }> {
  const wanted = [...kinds].filter((kind) => !Object.hasOwn(bodies, kind))
  const fetched = await Promise.all(trades.filter((one) => wanted.some((kind) => one.kinds.has(kind))).map(({ load: fetch }) => fetch()))
  return Object.assign(bodies, ...fetched)
}

/**
 * The body of a kind; for one without a body yet, a plain box that can be touched.
 * @throws Error when the kind has a body that nobody loaded: see `loadBodies`
 */
export function bodyOf(kind: string): KindBody {
  if (Object.hasOwn(bodies, kind)) return bodies[kind as PieceKind] as KindBody
  if (trades.some((one) => one.kinds.has(kind))) throw new Error(`BODY_NOT_LOADED: the body of "${kind}" was asked for before loadBodies had it`)
  return unknown
}
