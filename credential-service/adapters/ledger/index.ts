// SPDX-License-Identifier: EUPL-1.2
export type { DiplomaAnchor } from './anchors.ts'
export { LedgerUnreachable } from './connection.ts'
export type { Happening } from './follow.ts'
export { ledgerOn } from './ledger.ts'
export { keepPlace } from './place-file.ts'
export { readThrough } from './read-only.ts'
export type { LedgerTables } from './tables.ts'
