// SPDX-License-Identifier: EUPL-1.2
export { issuingRound, runIssuing } from './run-issuing.ts'
export type { IssuingState } from './run-issuing.ts'
export { didOf, registerIssuer } from './register-issuer.ts'
export { readIssuerDocument, readStatusList } from './published.ts'
export { rotateKey } from './rotate-key.ts'
export { readForm, readTypeMetadata, showChosen } from './forms.ts'
export { handedOver, listCredentials, readBundle } from './wallet.ts'
export type { FormsNeeds, IssuingNeeds, IssuingOrder, LedgerPlace } from './ports.ts'
