// SPDX-License-Identifier: EUPL-1.2
export { fetchStatus } from './fetch-status.ts'
export { trustedLedgerReader } from './ledger-reader.ts'
export type { TrustedLedger } from './ledger-reader.ts'
export { verificationPlatform } from './platform.ts'
