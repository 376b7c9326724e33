// SPDX-License-Identifier: EUPL-1.2
import { isIn } from './contacts.ts'
import { becomes, pieceOf } from './kind.ts'
import type { Kind, Moment } from './kind.ts'
import type { Contactor, Piece } from './pieces.ts'
import { replaceable, screwed } from './replacing.ts'

const fresh = (): Contactor =>
  ({ kind: 'contactor', energised: false, pushed: false, coil: 'good', auxiliary: 'good', tight: false })
const isPushed = (piece: Piece) => piece.kind === 'contactor' && piece.pushed
const push = (pushed: boolean) => ({ world, action }: Moment) => becomes(action.target,
  { ...pieceOf(world, action.target, 'contactor'), pushed }, { name: pushed ? 'armature-pushed' : 'armature-free' })

/**
 * A contactor: its coil draws the moving contacts in (see settle.ts). One can push them in by hand, to test a contact
 * on a dead circuit; on a live one that starts the motor.
 */
export const contactor: Kind = {
  start: ({ start }) => ({ ...fresh(), tight: true, ...start }),
  gestures: {
    'push-armature': { offered: (piece) => !isPushed(piece), perform: push(true) },
    'let-go': { offered: isPushed, perform: push(false) },
    ...replaceable('contactor', fresh),
  },
  looks: (piece) => (piece.kind === 'contactor' ? [isIn(piece) ? 'drawn-in' : 'at-rest', ...screwed(piece)] : []),
}
