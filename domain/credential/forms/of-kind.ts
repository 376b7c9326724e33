// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import { kindOf, kinds } from '../kind.ts'
import { toDiplomaElm } from './diploma-elm.ts'
import { toDiplomaSdJwt } from './diploma-sd-jwt.ts'
import { toCompetenceElm } from './elm.ts'
import { toCompetenceSdJwt } from './sd-jwt.ts'
import type { SdJwt } from './sd-jwt.ts'

/** The types of credential that have other forms; each has a type of SD-JWT VC of its own. */
export const formedTypes = ['competence', 'diploma'] as const
export type FormedType = (typeof formedTypes)[number]

export const formedType = (credential: JsonObject): FormedType => (kindOf(credential) === kinds.diploma ? 'diploma' : 'competence')

/** The claims of a credential as an SD-JWT VC, and what of them is selectively disclosable. */
export function toSdJwt(credential: JsonObject, named: { vct: string; iat: number }): SdJwt {
  return formedType(credential) === 'diploma' ? toDiplomaSdJwt(credential, named) : toCompetenceSdJwt(credential, named)
}

/** A credential as an unsigned European Digital Credential of the European Learning Model 3. */
export function toElm(credential: JsonObject): JsonObject {
  return formedType(credential) === 'diploma' ? toDiplomaElm(credential) : toCompetenceElm(credential)
}
