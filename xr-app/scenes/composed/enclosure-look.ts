// SPDX-License-Identifier: EUPL-1.2
import type { Look } from '#app/equipment/kind-body.ts'
import { railsOf, type Placed } from './surface.ts'

/** A cabinet's measures, as the door that closes it reads them. */
export const enclosureLook = (one: Placed): Look =>
  ({ w: one.size[0], h: one.size[1], d: one.size[2], rails: railsOf(one).join(' ') })
