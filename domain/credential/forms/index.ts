// SPDX-License-Identifier: EUPL-1.2
export { readAchieved } from './achievement.ts'
export { toElm } from './elm.ts'
export { toSdJwt } from './sd-jwt.ts'
export type { DisclosureFrame, SdJwt } from './sd-jwt.ts'
export { mandatoryPointers, pointersTo, withoutProof } from './selective.ts'
export type { Chosen } from './selective.ts'
export { typeMetadata } from './type-metadata.ts'

/** The other forms a credential may be asked in; its own is the bundle. */
export const credentialForms = ['sd-jwt-vc', 'ecdsa-sd-2023', 'elm'] as const
export type CredentialForm = (typeof credentialForms)[number]
