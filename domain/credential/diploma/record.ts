// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'

/** Whether a candidate has the diploma. A record is only ever made of one who is admitted. */
export const decisions = ['admitted', 'refused'] as const
export type Decision = (typeof decisions)[number]

/** Mentions of a French diploma: "assez bien" from 12, "bien" from 14, "très bien" from 16 out of 20. */
export const mentions = ['none', 'assez-bien', 'bien', 'tres-bien'] as const
export type Mention = (typeof mentions)[number]

/**
 * One line of a jury's results, once it holds: the data of a diploma as the French order of 23 May 2018 lists them, and
 * what matches the line to a candidate. The INE never leaves the matching: no credential is made from it.
 */
export type JuryResult = {
  /** Identifiant national élève, for matching only. */
  ine: string
  familyName: string
  givenNames: string
  /** ISO 8601 date (YYYY-MM-DD). */
  birthDate: string
  birthPlace: string
  /** UAI code and name of the school of origin. */
  school: { uai: string; name: string }
  /** Code of the diploma in the register of diplomas known here. */
  diploma: string
  /** Speciality; empty when the diploma has none. */
  speciality: string
  /** Out of 20; null when the file gives none. */
  average: number | null
  mention: Mention
  decision: Decision
  /** The session: YYYY-MM. */
  session: string
  /** Code of the academy (two digits, or as the register of academies writes it). */
  academy: string
}

/** A diploma before it is a credential: an admitted line, its title, who issues it, and what was drawn for it. */
export type DiplomaRecord = {
  /** urn:uuid:…, drawn once and kept. */
  id: string
  /** RFC 3339, UTC, whole seconds: when the jury's decision takes effect. */
  validFrom: string
  issuer: { did: string; name: string }
  holder: Pick<JuryResult, 'familyName' | 'givenNames' | 'birthDate' | 'birthPlace'>
  diploma: { code: string; address: string; title: Text; speciality: string; mention: Mention }
  school: JuryResult['school']
  session: string
  academy: { code: string; name: string }
  /** The status list's address and the place kept for this diploma in it. */
  status: { list: string; index: number }
}
