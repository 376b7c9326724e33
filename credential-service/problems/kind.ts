// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '#domain/text.ts'

/** What a code says: its HTTP status, what is wrong, and what to do. */
export type ProblemKind = {
  status: number
  title: Text
  remedy: Text
  /** The problem type that a standard gives it; else it is explained under /api/errors. */
  type?: string
}

/** A kind from its status and, in each language, what is wrong and what to do. */
export const kind = (status: number, fr: [string, string], en: [string, string], type?: string): ProblemKind =>
  ({ status, title: { fr: fr[0], en: en[0] }, remedy: { fr: fr[1], en: en[1] }, ...(type !== undefined && { type }) })
