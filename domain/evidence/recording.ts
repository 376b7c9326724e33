// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../canonical.ts'
import type { Mode } from '../scenario/play.ts'
import type { Action } from '../workshop/action.ts'

export type { Mode } from '../scenario/play.ts'

/** How the attempt was surrounded; what each proves and cannot prove: docs/assurance.md. */
export type Assurance = 'self' | 'online' | 'supervised'

/** What is fixed before the first gesture. For an assessed attempt the service chose the nonce and the seed. */
export type RecordingHead = {
  scenario: { id: string; digest: Digest }
  seed: number
  mode: Mode
  assurance: Assurance
  /** Single use, given by the service; 32 hexadecimal digits. */
  nonce: string
}

/** Part of a recording, sent as it happens. `previous` is the digest of the chunk before; of the head for chunk 0. */
export type Chunk = {
  sequence: number
  previous: Digest
  actions: Action[]
}

/** What was done in an attempt, in order. */
export type Recording = RecordingHead & { actions: Action[] }
