// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Piece, Worn } from './pieces.ts'

const isWorn = (piece: Piece) => 'worn' in piece && piece.worn
const worn = ({ world, action }: Moment) => pieceOf(world, action.target, 'gloves', 'face-shield', 'mat')

function inspect(moment: Moment): Consequence {
  const piece = worn(moment)
  return becomes(moment.action.target, { ...piece, inspected: true }, { name: piece.sound ? 'found-sound' : 'found-faulty' })
}

const protective = (kind: Worn['kind'], on: string, off: string): Kind => ({
  start: ({ start }) => ({ kind, sound: true, inspected: false, worn: false, ...start }),
  gestures: {
    inspect: { perform: inspect },
    [on]: {
      offered: (piece) => !isWorn(piece),
      perform: (moment) => becomes(moment.action.target, { ...worn(moment), worn: true }, { name: `${on}-done` }),
    },
    [off]: {
      offered: isWorn,
      perform: (moment) => becomes(moment.action.target, { ...worn(moment), worn: false }, { name: `${off}-done` }),
    },
    exchange: {
      offered: (piece) => 'inspected' in piece && piece.inspected && !piece.sound,
      perform: (moment) => becomes(moment.action.target,
        { ...worn(moment), sound: true, inspected: false }, { name: 'equipment-exchanged' }),
    },
  },
  looks: (piece) => [
    isWorn(piece) ? `${kind}-on` : `${kind}-off`,
    ...('inspected' in piece && piece.inspected ? [piece.sound ? 'inspected-sound' : 'inspected-faulty'] : []),
  ],
})

/** Insulating gloves (EN 60903, class 00). */
export const gloves = protective('gloves', 'put-on', 'take-off')
/** A face shield (EN 166, electric arc). */
export const faceShield = protective('face-shield', 'put-on', 'take-off')
/** An insulating mat (EN 61111), worn by the floor. */
export const mat = protective('mat', 'lay', 'pick-up')

/** A watch: jewellery to take off before coming near live parts. */
export const watch: Kind = {
  start: ({ start }) => ({ kind: 'watch', worn: true, ...start }),
  gestures: {
    'take-off': {
      offered: isWorn,
      perform: ({ action }) => becomes(action.target, { kind: 'watch', worn: false }, { name: 'take-off-done' }),
    },
    'put-on': {
      offered: (piece) => !isWorn(piece),
      perform: ({ action }) => becomes(action.target, { kind: 'watch', worn: true }, { name: 'put-on-done' }),
    },
  },
  looks: (piece) => [isWorn(piece) ? 'watch-on' : 'watch-off'],
}
