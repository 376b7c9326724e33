// SPDX-License-Identifier: EUPL-1.2
export { tableForms } from './forms.ts'
export { tableIssuers } from './issuers.ts'
export { tableIssuing } from './store.ts'
export type { IssuingTables } from './tables.ts'
export { tableDescriptions } from './descriptions.ts'
export type { DescribedFramework } from './descriptions.ts'
