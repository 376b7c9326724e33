// SPDX-License-Identifier: EUPL-1.2
import { readDiplomaSaid } from '../diploma/read.ts'
import type { JsonObject } from '../json.ts'
import { DECOYS, seconds, statusOf } from './sd-jwt.ts'
import type { SdJwt } from './sd-jwt.ts'

/** Shown only when the holder wishes: all that says who they are, how well they did and where they were taught. */
export const hiddenOfDiploma = ['given_name', 'family_name', 'birthdate', 'place_of_birth', 'mention', 'school', 'credential_id'] as const

/**
 * The claims of a diploma as an SD-JWT VC: names and birth as OpenID Connect Core 1.0 §5.1 and OpenID Connect for
 * Identity Assurance §4 call them. Which diploma of which session, and from which academy, is always shown.
 */
export function toDiplomaSdJwt(credential: JsonObject, { vct, iat }: { vct: string; iat: number }): SdJwt {
  const { id, issuer, validFrom, holder, diploma, school, session } = readDiplomaSaid(credential)
  const { code, title, speciality, mention } = diploma
  const claims = {
    vct,
    iss: issuer.did,
    iat,
    nbf: seconds(validFrom),
    status: statusOf(credential),
    issuer_name: issuer.name,
    diploma: { code, title, ...(speciality !== null && { speciality }) },
    session,
    given_name: holder.givenNames,
    family_name: holder.familyName,
    birthdate: holder.birthDate,
    place_of_birth: { locality: holder.birthPlace },
    ...(mention !== null && { mention }),
    school,
    credential_id: id,
  }
  return { claims, frame: { _sd: hiddenOfDiploma.filter(claim => claim in claims), _sd_decoy: mention === null ? DECOYS + 1 : DECOYS } }
}
