// SPDX-License-Identifier: EUPL-1.2
import { angles, rates } from './constants.ts'
import type { Contact, Feed, Touched } from './pieces.ts'

const touchings: readonly Touched[] = ['both', 'pad', 'lead']

/** Every way the tip can be put on a joint: `both-45`, `pad-15`… */
export const contactValues: readonly string[] = touchings.flatMap((touched) => angles.map((angle) => `${touched}-${angle}`))
/** Every way the wire can be pushed: `joint-steady`, `tip-fast`… */
export const feedValues: readonly string[] = (['joint', 'tip'] as const).flatMap((onto) =>
  Object.keys(rates).map((rate) => `${onto}-${rate}`))

export type RateName = keyof typeof rates

/** The value of a contact, and back. */
export const contactValue = (touched: Touched, angle: number): string => `${touched}-${angle}`
export function contactFrom(joint: string, value: string): Contact {
  const [touched = '', angle = ''] = value.split('-')
  return { joint, touched: touched as Touched, angle: Number(angle) }
}

/** The value of a feed, and back. */
export const feedValue = (onto: Feed['onto'], rate: RateName): string => `${onto}-${rate}`
export function feedFrom(value: string): Feed {
  const [onto = '', rate = ''] = value.split('-')
  return { onto: onto as Feed['onto'], rate: rates[rate as RateName] }
}
