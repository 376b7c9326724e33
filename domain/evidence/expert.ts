// SPDX-License-Identifier: EUPL-1.2
import type { Action } from '../workshop/action.ts'

/** How someone who knows the trade did it, in one variant of a scenario. */
export type ExpertRecording = { variant: string; seed: number; actions: Action[] }

/** resources/scenarios/<id>/expert.json: one recording per variant. Each replays to everything acquired. */
export type ExpertFile = {
  scenario: string
  licence: string
  authors: string[]
  recordings: ExpertRecording[]
}

/** The expert's recording of a variant, if there is one. */
export const expertRecording = ({ recordings }: ExpertFile, variant: string): ExpertRecording | undefined =>
  recordings.find((one) => one.variant === variant)
