// SPDX-License-Identifier: EUPL-1.2
export { paddingFor, rootOf, toBatch } from './batch.ts'
export type { Batch } from './batch.ts'
export { fromHex, isBytes32, keccak, toBytes32, toHex } from './bytes32.ts'
export type { Bytes32 } from './bytes32.ts'
export { leafOf } from './leaf.ts'
export { checkReceipt, credentialDigestOf, Receipt, toReceipt } from './receipt.ts'
export type { ReceiptFault } from './receipt.ts'
