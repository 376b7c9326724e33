// SPDX-License-Identifier: EUPL-1.2
import { ambient, capacity, heater, loss, readyWithin, stepSeconds, tipAges, tipPasses } from './constants.ts'
import type { SolderingIron, TipCondition } from './pieces.ts'

/** The iron while it is being calculated: the same numbers, changed in place, step after step. */
export type Tip = { on: boolean; set: number; tip: number; oxide: number; film: number }

export const conditionOf = (oxide: number): TipCondition => (oxide >= 0.6 ? 'oxidised' : oxide >= 0.25 ? 'dull' : 'clean')
export const oxideOf: Readonly<Record<TipCondition, number>> = { clean: 0.05, dull: 0.4, oxidised: 0.9 }

/** How well the tip passes its heat on: oxide insulates, and without solder on it only a point touches. */
export const passes = ({ oxide, film }: Pick<Tip, 'oxide' | 'film'>): number =>
  (1 - tipPasses.oxide * oxide) * (film >= tipPasses.filmFrom ? 1 : tipPasses.bare)

/** One step of the iron; `drawn`: watts the joint takes from it. */
export function stepTip(tip: Tip, drawn: number): void {
  const wanted = loss.tip * (tip.set - ambient) + heater.perKelvin * (tip.set - tip.tip)
  const power = tip.on ? Math.min(heater.most, Math.max(0, wanted)) : 0
  tip.tip += ((power - loss.tip * (tip.tip - ambient) - drawn) / capacity.tip) * stepSeconds
  if (tip.tip < tipAges.from) return
  tip.film = Math.max(0, tip.film - tipAges.filmPerSecond * stepSeconds)
  if (tip.film >= tipPasses.filmFrom) return
  const times = tip.tip >= tipAges.hotFrom ? tipAges.hotTimes : 1
  tip.oxide = Math.min(1, tip.oxide + tipAges.perSecond * times * stepSeconds)
}

export const tipOf = ({ on, set, tip, oxide, film }: SolderingIron): Tip => ({ on, set: Number(set), tip, oxide, film })

/** Whether it has come to what is asked. Once said, it stays so until something else is asked: a joint cools it a little. */
export const isReady = ({ on, set, tip }: Tip): boolean => on && Math.abs(tip - set) <= readyWithin

/** The iron after its tip was calculated. */
export function ironWith(iron: SolderingIron, { tip, oxide, film }: Tip): SolderingIron {
  return { ...iron, tip, oxide, film, ready: iron.ready || isReady(tipOf({ ...iron, tip })), condition: conditionOf(oxide) }
}
