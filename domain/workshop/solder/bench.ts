// SPDX-License-Identifier: EUPL-1.2
import type { WorldEvent } from '../action.ts'
import type { Consequence } from '../kind.ts'
import type { Piece, World } from '../pieces.ts'
import { ambient, fluxBurn, leadBears, quartersPerMs, smokeFelt, stepQuarters, stepSeconds } from './constants.ts'
import { atRest, stepJoint } from './joint.ts'
import type { Around, Hot } from './joint.ts'
import { isMolten, verdictOf } from './judge.ts'
import type { CircuitBoard, Joint, SolderingIron } from './pieces.ts'
import { ironWith, isReady, passes, stepTip, tipOf } from './tip.ts'
import type { Tip } from './tip.ts'

/** After an hour with nothing done everything has long settled: what is calculated stops there. */
const mostSteps = 360_000

type Noted = { step: number; name: string; target: string; values?: WorldEvent['values'] }
/** A joint with what surrounds it: nothing of that changes between two actions. */
type Part = { name: string; joint: Hot; about: Around }
type Run = { id: string; board: CircuitBoard; tip: Tip; ready: boolean; joints: Record<string, Hot>; parts: Part[]; drawnAway: boolean; fumes: number; noted: Noted[] }

/** The piece of a kind, and its id; a bench has one of each. */
export function onBench<K extends Piece['kind']>(world: World, kind: K): [string, Extract<Piece, { kind: K }>] | undefined {
  const found = Object.entries(world).find(([, piece]) => piece.kind === kind)
  return found as [string, Extract<Piece, { kind: K }>] | undefined
}

/** How many quarters of a millisecond of the gesture's time pass in one of the learner's: slowed only iron in hand. */
export const paceOf = (iron: SolderingIron | undefined): number => quartersPerMs[iron && iron.holder === 'hand' ? iron.pace : 'full']

/** The bench as it is at a moment: everything that heat and time do since it was last calculated, and what happened. */
export function passOnBench(world: World, id: string, at: number): { pieces: Record<string, Piece>; events: WorldEvent[] } {
  const board = world[id]
  const iron = onBench(world, 'soldering-iron')
  if (board?.kind !== 'circuit-board' || !iron || at <= board.clock.at) return { pieces: {}, events: [] }
  const pace = paceOf(iron[1])
  const total = board.clock.rest + (at - board.clock.at) * pace
  const steps = Math.min(mostSteps, Math.floor(total / stepQuarters))
  const clock = { at, rest: total - Math.floor(total / stepQuarters) * stepQuarters }
  const run = begin(world, id, board, iron[1])
  for (let step = 1; step <= steps; step++) oneStep(run, step, iron[0])
  const dated = (step: number) => Math.min(at, board.clock.at + Math.ceil((step * stepQuarters - board.clock.rest) / pace))
  return {
    pieces: { ...ended(run, { ...board, clock }, iron), ...harmed(world, run) },
    events: run.noted.map(({ step, ...event }) => ({ at: dated(step), ...event })),
  }
}

function begin(world: World, id: string, board: CircuitBoard, iron: SolderingIron): Run {
  const joints = Object.fromEntries(Object.entries(board.joints).map(([name, joint]) => [name, { ...joint }]))
  const parts = Object.entries(joints).map(([name, joint]): Part => ({ name, joint, about: around(board, name) }))
  return {
    id, board, tip: tipOf(iron), ready: iron.ready, joints, parts, drawnAway: onBench(world, 'fume-arm')?.[1].on ?? false, fumes: board.fumes, noted: [],
  }
}

const around = (board: CircuitBoard, name: string): Around => ({
  ground: board.groundPad === name, near: board.nearPad === name, braid: board.braid === name,
  contact: board.contact?.joint === name ? board.contact : null,
  feed: board.contact?.joint === name ? board.feed : null,
})

function oneStep(run: Run, step: number, iron: string): void {
  const passing = passes(run.tip)
  let drawn = 0
  for (const { name, joint, about } of run.parts) {
    if (!about.contact && atRest(joint)) {
      joint.pad = joint.lead = ambient
      continue
    }
    drawn += stepJoint(joint, about, run.tip.tip, passing)
    note(run, step, name, joint)
    smoke(run, step, joint)
  }
  if (run.tip.on || run.tip.tip > ambient) stepTip(run.tip, drawn)
  if (run.ready || !isReady(run.tip)) return
  run.ready = true
  run.noted.push({ step, name: 'iron-ready', target: iron, values: { degrees: run.tip.set } })
}

/** What just became of a joint. */
function note({ id, board, noted }: Run, step: number, name: string, joint: Hot): void {
  const before = board.joints[name]
  const target = `${id}.${name}`
  const once = (event: string) => {
    if (!noted.some((one) => one.name === event && one.target === target)) noted.push({ step, name: event, target })
  }
  if (joint.lifted && !before?.lifted) once('pad-lifted')
  if (joint.bridged && !before?.bridged) once('solder-bridged')
  if (joint.overheat >= leadBears.seconds && (before?.overheat ?? 0) < leadBears.seconds) once('component-overheated')
}

/** Flux that burns smokes; with nothing to draw it away it is breathed. */
function smoke(run: Run, step: number, joint: Hot): void {
  if (run.drawnAway || joint.flux < fluxBurn.spent || Math.max(joint.pad, joint.lead) < fluxBurn.from) return
  const before = run.fumes
  run.fumes += stepSeconds
  if (before < smokeFelt && run.fumes >= smokeFelt) run.noted.push({ step, name: 'fumes-breathed', target: run.id })
}

function ended({ joints, tip, fumes, id }: Run, board: CircuitBoard, [ironId, iron]: [string, SolderingIron]): Record<string, Piece> {
  const judged = Object.fromEntries(Object.entries(joints).map(([name, joint]) => [name, { ...joint, verdict: verdictOf(joint) }]))
  return { [id]: { ...board, joints: judged, fumes }, [ironId]: ironWith(iron, tip) }
}

/** A component whose leads were too hot for too long. */
function harmed(world: World, { joints }: Run): Record<string, Piece> {
  const component = onBench(world, 'component')
  const hot = Object.values(joints).some(({ overheat }) => overheat >= leadBears.seconds)
  return component && hot ? { [component[0]]: { ...component[1], overheated: true } } : {}
}

/** A board with some of its joints changed, each judged afresh. */
export function withJoints(board: CircuitBoard, changes: Readonly<Record<string, Partial<Joint>>>): CircuitBoard {
  const joints = Object.entries(board.joints).map(([name, joint]): [string, Joint] => {
    const changed = { ...joint, ...changes[name] }
    return [name, { ...changed, verdict: verdictOf(changed) }]
  })
  return { ...board, joints: Object.fromEntries(joints) }
}

/** Whether some solder is molten with no iron on it: whatever moves now spoils it. */
export const settling = ({ joints, contact }: CircuitBoard): string[] =>
  Object.entries(joints).filter(([name, joint]) => contact?.joint !== name && isMolten(joint)).map(([name]) => name)

/** Solder that was setting when something moved. */
export function shaken(id: string, board: CircuitBoard): { board: CircuitBoard; events: NonNullable<Consequence['events']> } {
  const moved = settling(board)
  return {
    board: moved.length > 0 ? withJoints(board, Object.fromEntries(moved.map((name) => [name, { disturbed: true }]))) : board,
    events: moved.map((name) => ({ name: 'joint-disturbed', target: `${id}.${name}` })),
  }
}
