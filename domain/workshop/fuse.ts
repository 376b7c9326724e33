// SPDX-License-Identifier: EUPL-1.2
import type { Kind } from './kind.ts'
import type { Fuse } from './pieces.ts'
import { replaceable } from './replacing.ts'

const fresh = (): Fuse => ({ kind: 'fuse', blown: false })

/** A fuse holder with its cartridge. Whether it is blown cannot be seen: it is measured. */
export const fuse: Kind = {
  start: ({ start }) => ({ ...fresh(), ...start }),
  gestures: replaceable('fuse', fresh),
  looks: () => [],
}
