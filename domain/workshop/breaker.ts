// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'
import { leverGestures, leverLooks, leverStart } from './lever.ts'

/** A circuit breaker suited to isolation: breaks its load and can be locked open. */
export const breaker: Kind = {
  start: leverStart('breaker'),
  gestures: leverGestures(true),
  looks: leverLooks,
}
