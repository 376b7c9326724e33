// SPDX-License-Identifier: EUPL-1.2
/** The other forms a credential may be asked in; its own is the bundle. */
export const credentialForms = ['sd-jwt-vc', 'ecdsa-sd-2023', 'elm'] as const
export type CredentialForm = (typeof credentialForms)[number]
