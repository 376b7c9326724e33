// SPDX-License-Identifier: EUPL-1.2
import { amount, melting, wetEnough } from './constants.ts'
import type { Joint, Verdict } from './pieces.ts'

type Judged = Pick<Joint, 'pad' | 'lead' | 'solder' | 'wetPad' | 'wetLead' | 'disturbed' | 'spiked' | 'bridged' | 'lifted'>

/** Whether the solder of a joint is molten: taken at the mean of what it lies on. */
export const isMolten = ({ pad, lead, solder }: Pick<Joint, 'pad' | 'lead' | 'solder'>): boolean =>
  solder > 0 && (pad + lead) / 2 >= melting

/**
 * What a joint is worth, the gravest fault first: a lifted pad is lost, a bridge short-circuits, a joint that moved or
 * was not wetted will let go; then the amount; then the spike of burnt flux or of a wire pulled out too late.
 */
export function verdictOf(joint: Judged): Verdict {
  if (joint.lifted) return 'lifted'
  if (joint.bridged) return 'bridged'
  if (joint.solder < amount.some) return 'empty'
  if (isMolten(joint)) return 'liquid'
  if (joint.disturbed) return 'disturbed'
  if (Math.min(joint.wetPad, joint.wetLead) < wetEnough) return 'cold'
  if (joint.solder < amount.least) return 'too-little'
  if (joint.solder > amount.most) return 'too-much'
  return joint.spiked ? 'spiked' : 'good'
}
