// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../../use-cases/errors.ts'

/** Why a file as a whole cannot be read: a closed list, so that the page says each in its own words. */
export type Unreadable = 'spreadsheet' | 'empty' | 'no-header' | 'quotes' | 'line-too-long' | 'no-lines'

export const unreadable = (reason: Unreadable, line?: number) =>
  new ServiceError('ERR_RESULTS_UNREADABLE', { reason, ...(line !== undefined && { line }) })

/** A spreadsheet's own file, by its first bytes: a zip (xlsx, ods) or an OLE container (xls). */
export function refuseSpreadsheet(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (head === '504b0304' || head === 'd0cf11e0') throw unreadable('spreadsheet')
}
