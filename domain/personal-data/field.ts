// SPDX-License-Identifier: EUPL-1.2
export type LegalBasis = 'public-task' | 'legitimate-interest'
export type PersonalField = { purpose: string; legalBasis: LegalBasis; retention: string }
/** `table.column` → why and for how long. */
export type PersonalFields = Readonly<Record<string, PersonalField>>

/** Legal basis: article 6.1 e (public task of teaching) unless another is said (6.1 f). */
export const field = (purpose: string, retention: string, legalBasis: LegalBasis = 'public-task'): PersonalField =>
  ({ purpose, legalBasis, retention })

export const signIn = (purpose: string, retention: string) => field(purpose, retention, 'legitimate-interest')
