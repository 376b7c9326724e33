// SPDX-License-Identifier: EUPL-1.2
import { idIn, partIn, pieceOf, refused } from './kind.ts'
import type { Consequence, Moment } from './kind.ts'
import type { World } from './pieces.ts'
import { onBench, settling, shaken, withJoints } from './solder/bench.ts'
import { amount, fluxBurn } from './solder/constants.ts'
import { contactFrom, feedFrom } from './solder/gesture-values.ts'
import { isMolten } from './solder/judge.ts'
import type { CircuitBoard, Joint } from './solder/pieces.ts'

type Events = NonNullable<Consequence['events']>

export const boardOf = ({ world, action }: Moment): CircuitBoard => pieceOf(world, idIn(action.target), 'circuit-board')
/** The joint an action is about. */
export const partOf = ({ action }: Moment): string => partIn(action.target) ?? ''
export const jointOf = (moment: Moment): Joint | undefined => boardOf(moment).joints[partOf(moment)]

/** The board changed, and what is then seen. */
export const boardBecomes = ({ action }: Moment, board: CircuitBoard, ...events: Events): Consequence =>
  ({ pieces: { [idIn(action.target)]: board }, events })

const componentIn = (world: World) => onBench(world, 'component')?.[1]

/** The tip is put on a joint. */
export function apply(moment: Moment): Consequence {
  const board = boardOf(moment)
  if (pieceOf(moment.world, moment.action.with, 'soldering-iron').holder !== 'hand') return refused('iron-not-in-hand')
  if (board.contact) return refused('iron-on-joint')
  if (!componentIn(moment.world)?.way) return refused('no-lead')
  const moved = shaken(idIn(moment.action.target), { ...board, contact: contactFrom(partOf(moment), moment.action.value ?? '') })
  return boardBecomes(moment, moved.board, { name: 'iron-applied', values: { pace: paceIn(moment) } }, ...moved.events)
}

const paceIn = ({ world, action }: Moment) => pieceOf(world, action.with, 'soldering-iron').pace

/** The tip stays on its joint and turns, or slides to touch something else of it. */
export function moveIron(moment: Moment): Consequence {
  const board = boardOf(moment)
  if (board.contact?.joint !== partOf(moment)) return refused('iron-elsewhere')
  return boardBecomes(moment, { ...board, contact: contactFrom(partOf(moment), moment.action.value ?? '') }, { name: 'iron-moved' })
}

/** The wire is pushed. */
export function feed(moment: Moment): Consequence {
  const board = boardOf(moment)
  if (!board.contact) return refused('nothing-hot')
  return boardBecomes(moment, { ...board, feed: feedFrom(moment.action.value ?? '') }, { name: 'wire-pushed' })
}

/** The wire is taken away, while the solder is still molten. */
export function stopFeed(moment: Moment): Consequence {
  const board = boardOf(moment)
  if (!board.feed) return refused('no-wire')
  return boardBecomes(moment, { ...board, feed: null }, { name: 'wire-away' })
}

/**
 * The iron leaves. Pulled before the wire, it leaves a spike; with no flux left too. If nothing holds the component yet
 * (leads straight, no other joint set), it slips while the solder is molten.
 */
export function withdraw(moment: Moment): Consequence {
  const board = boardOf(moment)
  const name = board.contact?.joint
  const joint = name === undefined ? undefined : board.joints[name]
  if (name === undefined || !joint) return refused('iron-away')
  const wet = isMolten(joint) && joint.solder >= amount.some && board.braid !== name
  const pulled = wet && board.feed !== null
  const spiked = joint.spiked || pulled || (wet && joint.flux <= fluxBurn.spent)
  const slips = wet && !held(moment.world, board, name)
  const target = `${idIn(moment.action.target)}.${name}`
  const left = withJoints({ ...board, contact: null, feed: null }, { [name]: { spiked, disturbed: joint.disturbed || slips } })
  return boardBecomes(moment, left, { name: 'iron-withdrawn', target }, ...(pulled ? [{ name: 'wire-pulled-late', target }] : []),
    ...(slips ? [{ name: 'joint-disturbed', target }] : []))
}

/** Whether the component stays where it is by itself: its leads bent, or another joint already set. */
const held = (world: World, board: CircuitBoard, name: string): boolean =>
  Boolean(componentIn(world)?.clinched)
  || Object.entries(board.joints).some(([other, joint]) => other !== name && joint.solder >= amount.some && !isMolten(joint))

/** The braid is laid on a joint, to be heated through. */
export function layBraid(moment: Moment): Consequence {
  const board = boardOf(moment)
  if (board.braid) return refused('braid-already-laid')
  return boardBecomes(moment, { ...board, braid: partOf(moment) }, { name: 'braid-laid' })
}

/** Lifted while the solder is molten, the braid leaves a clean pad; stuck in solid solder, it tears the pad off. */
export function liftBraid(moment: Moment): Consequence {
  const board = boardOf(moment)
  const joint = board.braid === null ? undefined : board.joints[board.braid]
  if (!board.braid || !joint) return refused('no-braid')
  const target = `${idIn(moment.action.target)}.${board.braid}`
  const stuck = joint.solder >= amount.some && !isMolten(joint)
  const lifted = withJoints({ ...board, braid: null }, stuck ? { [board.braid]: { lifted: true } } : {})
  return boardBecomes(moment, lifted, { name: stuck ? 'braid-tore' : 'braid-lifted', target })
}

/** Whether some solder is still setting. */
export const isSetting = (board: CircuitBoard): boolean => settling(board).length > 0
