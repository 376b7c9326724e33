// SPDX-License-Identifier: EUPL-1.2
import type { Contactor, Piece } from './pieces.ts'

/**
 * Whether a contact of a device conducts now, by the name the network gives it: `main`, `make` (closed when worked)
 * and `break` (opened when worked), `heater` of a thermal relay, `pole` of a fuse, any core of a cable. A device whose
 * screws are loose conducts nothing.
 */
export function conducts(piece: Piece | undefined, contact: string): boolean {
  switch (piece?.kind) {
    case 'contactor': return piece.tight && contactorConducts(piece, contact)
    case 'thermal-relay': return piece.tight && (contact === 'heater' || (contact === 'break') !== piece.tripped)
    case 'push-button':
    case 'emergency-stop': return piece.tight && (contact === 'break') !== piece.pressed
    case 'fuse': return !piece.blown
    case 'cable': return piece.tight && piece.cut !== contact
    default: return false
  }
}

/** Whether the moving contacts are in: drawn by the coil, or pushed by hand. */
export const isIn = ({ energised, pushed }: Contactor): boolean => energised || pushed

function contactorConducts(piece: Contactor, contact: string): boolean {
  if (contact === 'make') return isIn(piece) && piece.auxiliary === 'good'
  return contact === 'break' ? !isIn(piece) : isIn(piece)
}
