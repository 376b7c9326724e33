// SPDX-License-Identifier: EUPL-1.2
import { apply, feed, liftBraid, layBraid, moveIron, stopFeed, withdraw } from './board-soldering.ts'
import { checkContinuity, inspectJoint, touchJoint, trimLead } from './board-handling.ts'
import type { Kind } from './kind.ts'
import type { Piece } from './pieces.ts'
import type { Equipment } from './setup.ts'
import { passOnBench } from './solder/bench.ts'
import { ambient } from './solder/constants.ts'
import { contactValues, feedValues } from './solder/gesture-values.ts'
import { isMolten } from './solder/judge.ts'
import type { CircuitBoard, Joint } from './solder/pieces.ts'

const bare: Joint = {
  pad: ambient, lead: ambient, solder: 0, wetPad: 0, wetLead: 0, flux: 0, damage: 0, lifted: false, overheat: 0,
  disturbed: false, spiked: false, bridged: false, trimmed: false, verdict: 'empty', seen: null,
}

const partsOf = ({ parts = [] }: Equipment) => parts.map(({ id }) => ({ part: id }))
const onParts = (equipment: Equipment, values: readonly string[]) =>
  partsOf(equipment).flatMap(({ part }) => values.map((value) => ({ part, value })))
const when = (test: (board: CircuitBoard) => boolean) => (piece: Piece) => piece.kind === 'circuit-board' && test(piece)
const [ironOn, ironOff] = [when(({ contact }) => contact !== null), when(({ contact }) => contact === null)]

/** A printed board with through-hole pads (its `parts`): heat and solder go where the iron and the wire are. */
export const circuitBoard: Kind = {
  start: ({ parts = [], start }) => ({
    kind: 'circuit-board', joints: Object.fromEntries(parts.map(({ id }) => [id, bare])), contact: null, feed: null, braid: null,
    groundPad: null, nearPad: null, discharged: false, fumes: 0, tested: 'no', clock: { at: 0, rest: 0 }, ...start,
  }),
  gestures: {
    'apply-iron': { with: ['soldering-iron'], choices: (one) => onParts(one, contactValues), offered: ironOff, perform: apply },
    'move-iron': { with: ['soldering-iron'], choices: (one) => onParts(one, contactValues), offered: ironOn, perform: moveIron },
    withdraw: { with: ['soldering-iron'], offered: ironOn, perform: withdraw },
    feed: { with: ['solder-wire'], choices: () => feedValues.map((value) => ({ value })), offered: ironOn, perform: feed },
    'stop-feed': { with: ['solder-wire'], offered: when((board) => board.feed !== null), perform: stopFeed },
    'lay-braid': { with: ['desoldering-braid'], choices: partsOf, offered: when(({ braid }) => braid === null), perform: layBraid },
    'lift-braid': { with: ['desoldering-braid'], offered: when(({ braid }) => braid !== null), perform: liftBraid },
    'inspect-joint': { with: ['magnifier'], choices: partsOf, perform: inspectJoint },
    'trim-lead': { with: ['side-cutters'], choices: partsOf, perform: trimLead },
    'touch-joint': { choices: partsOf, perform: touchJoint },
    'check-continuity': { with: ['multimeter'], offered: ironOff, perform: checkContinuity },
  },
  pass: passOnBench,
  looks: (piece) => (piece.kind !== 'circuit-board' ? [] : [
    piece.contact ? 'under-iron' : 'iron-away', ...(piece.feed ? ['wire-on-it'] : []), ...(piece.braid ? ['braid-on-it'] : []),
    ...(piece.tested === 'no' ? [] : [`test-${piece.tested}`])]),
  details: (piece, equipment) => (piece.kind !== 'circuit-board' ? [] : (equipment.parts ?? []).map(({ id, label }) => {
    const joint = piece.joints[id] ?? bare
    return { key: `joint-${stageOf(joint)}`, values: { part: label, pad: Math.round(joint.pad), lead: Math.round(joint.lead), solder: Math.round(joint.solder) } }
  })),
}

/** What the eye sees of a joint from arm's length: enough to act on, not to judge by. */
export function stageOf(joint: Joint): string {
  const { pad, lead, solder, flux, wetPad, wetLead } = joint
  const hot = Math.max(pad, lead)
  if (joint.lifted) return 'lifted'
  if (solder >= 0.3 && isMolten(joint)) return Math.min(wetPad, wetLead) < 0.4 ? 'melting' : 'wetting'
  if (solder < 0.3) return hot < 60 ? 'bare' : hot < 150 ? 'warming' : hot < 217 ? 'hot' : 'very-hot'
  return flux > 0.05 && hot >= 150 ? 'setting' : hot >= 60 ? 'cooling' : 'solid'
}
