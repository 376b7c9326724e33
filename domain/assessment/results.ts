// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../text.ts'

/** How one criterion came out, why, and at which moment (simulation time, milliseconds). */
export type CriterionResult = {
  id: string
  text: Text
  competences: string[]
  result: 'met' | 'not-met' | 'not-observed'
  reason: Text
  at: number | null
  eliminatory: boolean
}

/** A competence is acquired when every criterion that bears on it is met. */
export type CompetenceResult = {
  code: string
  result: 'acquired' | 'not-acquired' | 'not-observed'
  /** Ids of the criteria that bore on it. */
  criteria: string[]
}

export type Results = {
  competences: CompetenceResult[]
  criteria: CriterionResult[]
  /** Ids of the eliminatory criteria that were not met. */
  eliminated: string[]
  /** Every competence acquired and nothing eliminatory. */
  acquired: boolean
}
