// SPDX-License-Identifier: EUPL-1.2
// A bench to try the soldering model on: one board with two pads, an iron already hot, one thing done at a time.
import { passTime } from '#domain/workshop/passing.ts'
import { kinds } from '#domain/workshop/kinds.ts'
import type { CircuitBoard, Contact, Feed, Joint, SolderingIron, World } from '#domain/workshop/index.ts'

const name = { fr: 'x', en: 'x' }
const of = (id: string, kind: keyof typeof kinds, rest = {}) => kinds[kind].start({ id, kind, place: 'bench', name, ...rest })

export type Bench = { set?: number; board?: Partial<CircuitBoard>; iron?: Partial<SolderingIron>; arm?: boolean }

/** A board at room temperature and a hot, clean, tinned iron in the hand. */
export function bench({ set = 350, board = {}, iron = {}, arm = true }: Bench = {}): World {
  const parts = [{ id: 'p1', label: name }, { id: 'p2', label: name }]
  return {
    board: { ...of('board', 'circuit-board', { parts }) as CircuitBoard, ...board },
    iron: { ...of('iron', 'soldering-iron') as SolderingIron, on: true, ready: true, set: String(set), tip: set, holder: 'hand', film: 1, ...iron },
    part: { ...of('part', 'component') as Extract<World[string], { kind: 'component' }>, way: 'a', right: 'a', clinched: true },
    arm: { kind: 'fume-arm', on: arm },
  }
}

export const boardIn = (world: World) => world['board'] as CircuitBoard
export const ironIn = (world: World) => world['iron'] as SolderingIron
export const jointIn = (world: World, part = 'p1') => boardIn(world).joints[part] as Joint
export const withBoard = (world: World, change: Partial<CircuitBoard>): World => ({ ...world, board: { ...boardIn(world), ...change } })
export const wait = (world: World, at: number): World => passTime(world, at).world

export const good: Contact = { joint: 'p1', touched: 'both', angle: 45 }
const steady: Feed = { onto: 'joint', rate: 4 }
export type Gesture = { contact?: Contact; feed?: Feed | null; heat?: number; feeding?: number; flow?: number }

/** Heat, feed, let flow, withdraw, let set: each for so many milliseconds. */
export function solder(begun: World, { contact = good, feed = steady, heat = 1_200, feeding = 1_100, flow = 700 }: Gesture = {}): World {
  const heated = wait(withBoard(begun, { contact }), heat)
  const fed = wait(withBoard(heated, { feed }), heat + feeding)
  const flown = wait(withBoard(fed, { feed: null }), heat + feeding + flow)
  return wait(withBoard(flown, { contact: null }), heat + feeding + flow + 6_000)
}

export const verdict = (begun: World, gesture?: Gesture) => jointIn(solder(begun, gesture), gesture?.contact?.joint).verdict
