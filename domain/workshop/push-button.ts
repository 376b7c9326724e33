// SPDX-License-Identifier: EUPL-1.2
import { becomes, pieceOf, refused } from './kind.ts'
import type { Consequence, Kind, Moment } from './kind.ts'
import type { Piece, PushButton } from './pieces.ts'
import { replaceable, screwed } from './replacing.ts'

const isPressed = (piece: Piece) => 'pressed' in piece && piece.pressed

function move({ world, action }: Moment, pressed: boolean): Consequence {
  const piece = pieceOf(world, action.target, 'push-button', 'emergency-stop')
  if (piece.pressed === pressed) return refused(pressed ? 'already-pressed' : 'already-released')
  return becomes(action.target, { ...piece, pressed }, { name: pressed ? 'pressed' : 'released' })
}

/** A button that is held in, then let go; which of its contacts opens or closes is the network's to say. */
const button = (kind: PushButton['kind'], letGo: string): Kind => {
  const fresh = (): PushButton => ({ kind, pressed: false, tight: false })
  return {
    start: ({ start }) => ({ ...fresh(), tight: true, ...start }),
    gestures: {
      press: { offered: (piece) => !isPressed(piece), perform: (moment) => move(moment, true) },
      [letGo]: { offered: isPressed, perform: (moment) => move(moment, false) },
      ...replaceable(kind, fresh),
    },
    looks: (piece) => [isPressed(piece) ? 'pressed-in' : 'not-pressed', ...screwed(piece)],
  }
}

/** A push button, held as long as one wants. */
export const pushButton = button('push-button', 'release')
/** An emergency stop (ISO 13850): stays in until it is turned. */
export const emergencyStop = button('emergency-stop', 'unlatch')
