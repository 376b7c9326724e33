// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'
import type { Cable } from './pieces.ts'
import { replaceable, screwed } from './replacing.ts'

const fresh = (): Cable => ({ kind: 'cable', cut: null, tight: false })

/** A cable of several cores. A core cut inside its sheath cannot be seen: it is measured from end to end. */
export const cable: Kind = {
  start: ({ start }) => ({ ...fresh(), tight: true, ...start }),
  gestures: replaceable('cable', fresh),
  looks: screwed,
}
