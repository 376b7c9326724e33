// SPDX-License-Identifier: EUPL-1.2
import { ServiceError } from '../../use-cases/errors.ts'

/** Why a file as a whole cannot be read: a closed list, so that the page says each in its own words. */
export type Unreadable = 'spreadsheet' | 'not-text' | 'empty' | 'no-header' | 'quotes' | 'line-too-long' | 'no-lines'

export const unreadable = (reason: Unreadable, line?: number) =>
  new ServiceError('ERR_RESULTS_UNREADABLE', { reason, ...(line !== undefined && { line }) })

const SPREADSHEETS = ['504b0304', 'd0cf11e0']
/** PNG, JPEG, GIF, TIFF (twice), what comes in RIFF, PDF, gzip, 7z, RAR; programs of Windows and of Linux. */
const NO_TEXTS = ['89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a', '52494646', '25504446', '1f8b08', '377abcaf', '52617221', '4d5a90', '7f454c46']

/**
 * A spreadsheet's own file, by its first bytes: a zip (xlsx, ods) or an OLE container (xls); and what is no text at all,
 * a picture or a PDF under another name. Everything else is read as text, whatever it holds.
 */
export function refuseOther(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (SPREADSHEETS.includes(head)) throw unreadable('spreadsheet')
  if (NO_TEXTS.some((beginning) => head.startsWith(beginning))) throw unreadable('not-text')
}
