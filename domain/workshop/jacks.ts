// SPDX-License-Identifier: EUPL-1.2
import { becomes, idIn, partIn, refused } from './kind.ts'
import type { Consequence, Moment, TerminalUse } from './kind.ts'
import type { Piece, World } from './pieces.ts'

const part = (terminal: string) => partIn(terminal) ?? ''
/** A hole for a plug: the jack of a module, a port of a switch (`p7`). */
export const isJack = (terminal: string): boolean => /^(jack|p\d+)$/.test(part(terminal))
/** A free plug of a cord. */
export const isPlug = (terminal: string): boolean => /^[ab]$/.test(part(terminal))
/** A contact behind a module. */
export const isContact = (terminal: string): boolean => /^c[1-8]$/.test(part(terminal))

/** Whether something is plugged there already. */
export const isTaken = (world: World, terminal: string): boolean => Object.values(world).some((piece) =>
  (piece.kind === 'patch-cord' && (piece.a === terminal || piece.b === terminal))
  || ('on' in piece && piece.on === terminal))

/** Whether a cord's plug is in a jack. */
const isUsed = (world: World, plug: string): boolean => {
  const cord = world[idIn(plug)]
  return cord?.kind === 'patch-cord' && (part(plug) === 'a' ? cord.a : cord.b) !== null
}

type Single = Extract<Piece, { kind: 'cable-tester' | 'remote-unit' | 'host' }>
const single = ({ world, action }: Moment): Single | undefined => {
  const piece = world[action.with ?? '']
  return piece?.kind === 'cable-tester' || piece?.kind === 'remote-unit' || piece?.kind === 'host' ? piece : undefined
}
/** Plugged in anew, a tester forgets what it showed; unplugged, it goes on showing it. */
const changed = (piece: Single, on: string | null): Single =>
  (piece.kind === 'cable-tester' && on !== null ? { ...piece, on, display: null } : { ...piece, on })

function plug(moment: Moment): Consequence {
  const { world, action } = moment
  const piece = single(moment)
  if (!piece || !(isJack(action.target) || isPlug(action.target))) return refused('no-jack')
  if (piece.on) return refused('already-plugged')
  if (isTaken(world, action.target) || isUsed(world, action.target)) return refused('jack-taken')
  return becomes(action.with ?? '', changed(piece, action.target), { name: 'plugged' })
}

function unplug(moment: Moment): Consequence {
  const piece = single(moment)
  if (piece?.on !== moment.action.target) return refused('not-plugged')
  return becomes(moment.action.with ?? '', changed(piece, null), { name: 'unplugged' })
}

/** What has one plug: goes into a jack, or meets the plug of a cord (through its own socket). */
export const onePlug: Readonly<Record<'plug' | 'unplug', TerminalUse>> = {
  plug: {
    offered: (tool, terminal) => 'on' in tool && tool.on === null && (isJack(terminal) || isPlug(terminal)),
    perform: plug,
  },
  unplug: { offered: (tool, terminal) => 'on' in tool && tool.on === terminal, perform: unplug },
}
