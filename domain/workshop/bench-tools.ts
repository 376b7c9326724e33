// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Kind, Moment } from './kind.ts'
import type { Piece } from './pieces.ts'

const tool = (kind: 'solder-wire' | 'desoldering-braid' | 'side-cutters' | 'magnifier' | 'tip-cleaner'): Kind =>
  ({ start: () => ({ kind }), gestures: {}, looks: () => [] })

/** Lead-free solder wire with a flux core (Sn96.5Ag3Cu0.5). */
export const solderWire = tool('solder-wire')
/** Copper braid that soaks molten solder up. */
export const desolderingBraid = tool('desoldering-braid')
/** Flush side cutters for leads. */
export const sideCutters = tool('side-cutters')
/** A lit magnifier. */
export const magnifier = tool('magnifier')
/** Brass wool, or a damp sponge. */
export const tipCleaner = tool('tip-cleaner')

const isOn = (piece: Piece) => piece.kind === 'fume-arm' && piece.on
const turn = (on: boolean) => ({ world, action }: Moment) => {
  if (pieceOf(world, action.target, 'fume-arm').on === on) return refused(on ? 'already-on' : 'already-off')
  return becomes(action.target, { kind: 'fume-arm', on }, { name: on ? 'turned-on' : 'turned-off' })
}

/** Draws the smoke away at the joint, before it is breathed. */
export const fumeArm: Kind = {
  start: ({ start }) => ({ kind: 'fume-arm', on: false, ...start }),
  gestures: {
    start: { offered: (piece) => !isOn(piece), perform: turn(true) },
    stop: { offered: isOn, perform: turn(false) },
  },
  looks: (piece) => [isOn(piece) ? 'running' : 'at-rest'],
}

const isWorn = (piece: Piece) => 'worn' in piece && piece.worn
const wear = (worn: boolean) => ({
  offered: (piece: Piece) => isWorn(piece) !== worn,
  perform: ({ world, action }: Moment) => becomes(action.target,
    { ...pieceOf(world, action.target, 'safety-glasses', 'wrist-strap'), worn }, { name: worn ? 'put-on-done' : 'take-off-done' }),
})

/** Safety glasses (EN 166): against spatter and the ends of leads. */
export const safetyGlasses: Kind = {
  start: ({ start }) => ({ kind: 'safety-glasses', worn: false, ...start }),
  gestures: { 'put-on': wear(true), 'take-off': wear(false) },
  looks: (piece) => [isWorn(piece) ? 'glasses-on' : 'glasses-off'],
}

const strapOf = ({ world, action }: Moment) => pieceOf(world, action.target, 'wrist-strap')

/** An earthed wrist strap (IEC 61340-5-1), tested on its post before work. */
export const wristStrap: Kind = {
  start: ({ start }) => ({ kind: 'wrist-strap', worn: false, sound: true, tested: 'no', ...start }),
  gestures: {
    'put-on': wear(true),
    'take-off': wear(false),
    'test-strap': {
      perform: (moment) => {
        const strap = strapOf(moment)
        if (!strap.worn) return refused('strap-not-worn')
        const tested = strap.sound ? 'passed' : 'failed'
        return becomes(moment.action.target, { ...strap, tested }, { name: `strap-${tested}` })
      },
    },
    exchange: {
      offered: (piece) => piece.kind === 'wrist-strap' && piece.tested === 'failed',
      perform: (moment) => becomes(moment.action.target,
        { ...strapOf(moment), sound: true, worn: false, tested: 'no' }, { name: 'equipment-exchanged' }),
    },
  },
  looks: (piece) => (piece.kind !== 'wrist-strap' ? [] : [
    piece.worn ? 'strap-on' : 'strap-off', ...(piece.tested === 'no' ? [] : [`strap-${piece.tested}`])]),
}
