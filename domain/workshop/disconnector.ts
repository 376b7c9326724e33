// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'
import { leverGestures, leverLooks, leverStart } from './lever.ts'

/** A disconnector: separates, but is not made to break a current. */
export const disconnector: Kind = {
  start: leverStart('disconnector'),
  gestures: leverGestures(false),
  looks: leverLooks,
}
