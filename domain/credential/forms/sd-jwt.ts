// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { addressOfForm, entryFor } from '../status-forms.ts'
import { readAchieved } from './achievement.ts'

/** What of an SD-JWT VC is hidden until its holder shows it, and how many digests of nothing hide how much there is. */
export type DisclosureFrame = { _sd: string[]; _sd_decoy: number; competences?: { _sd: number[]; _sd_decoy: number } }

export type SdJwt = { claims: JsonObject & { vct: string }; frame: DisclosureFrame }

/** Shown only when the holder wishes. The rest says who issued what, since when, and where its status is. */
export const hiddenClaims = ['name', 'assurance', 'evidence', 'credential_id'] as const
/** At least this many digests stand for competences, so that their number says little. */
const LEAST_DIGESTS = 8
export const DECOYS = 4

export const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)

/**
 * The claims of a credential of competences as an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc §2.2), and what of them is selectively
 * disclosable: all that says something of the person, and each competence apart. No `cnf`: the service knows no key of
 * the holder, so whoever has the file may show it.
 */
export function toCompetenceSdJwt(credential: JsonObject, { vct, iat }: { vct: string; iat: number }): SdJwt {
  const { id, issuer, validFrom, validUntil, holderName, achievement, framework, competences, assurance, evidence } = readAchieved(credential)
  return {
    claims: {
      vct,
      iss: issuer.did,
      iat,
      nbf: seconds(validFrom),
      ...(validUntil !== undefined && { exp: seconds(validUntil) }),
      status: statusOf(credential),
      issuer_name: issuer.name,
      achievement: { id: achievement.id, name: achievement.name, framework },
      credential_id: id,
      name: holderName,
      assurance,
      evidence: evidence.digestMultibase,
      competences: competences.map(({ code, name, result }) => ({ code, name, result })),
    },
    frame: {
      _sd: [...hiddenClaims],
      _sd_decoy: DECOYS,
      competences: { _sd: competences.map((_, n) => n), _sd_decoy: Math.max(DECOYS, LEAST_DIGESTS - competences.length) },
    },
  }
}

/** The place that the credential has in its Bitstring lists, in the Token Status List of the same table (§6.2 there). */
export function statusOf(credential: JsonObject): JsonObject {
  const entry = entryFor(credential, 'revocation')
  return { status_list: { idx: Number(entry?.statusListIndex), uri: addressOfForm(String(entry?.statusListCredential), 'token') } }
}
