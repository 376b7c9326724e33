// SPDX-License-Identifier: EUPL-1.2
import { asList, isJsonObject } from './json.ts'
import type { JsonObject } from './json.ts'

/** The kinds of credential as the ledger numbers them: an issuer is accredited for each apart. */
export const kinds = { competence: 1, diploma: 2, pix: 3 } as const

/** The number under which renewals are anchored, by an account accredited for nothing else: no credential is of this kind. */
export const RENEWAL_KIND = 4

/**
 * The kind a credential must be anchored as, or null when it is none we know. Without this, a school accredited for
 * competences could anchor a diploma among them. Of several subjects none is known: each could be of another kind.
 */
export function kindOf(credential: JsonObject): number | null {
  const [subject, ...others] = asList(credential.credentialSubject)
  if (!isJsonObject(subject) || others.length > 0) return null
  const achievement = isJsonObject(subject.achievement) ? subject.achievement : null
  const type = achievement?.achievementType
  return typeof type === 'string' && Object.hasOwn(kindOfType, type) ? kindOfType[type] ?? null : null
}

/** Open Badges 3.0 §B.1.2: the types of achievement we know, and the kind of each. */
const kindOfType: Readonly<Record<string, number>> = { Assessment: kinds.competence, Diploma: kinds.diploma }
