// SPDX-License-Identifier: EUPL-1.2
export { checkedFile } from './checked-file.ts'
export { confirmedResults } from './confirmed-results.ts'
