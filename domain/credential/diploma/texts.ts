// SPDX-License-Identifier: EUPL-1.2
export type TextFault = 'empty' | 'digits' | 'control-character' | 'formula' | 'mojibake' | 'too-long'

/** The longest name, place or title that is taken: longer is a column that slipped, or a file that broke. */
export const longestText = 200

// Controls, the byte-order mark, and what turns the direction of the text after it. A joiner inside a name is none.
const CONTROL = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/u
// A spreadsheet that opens the list again would run it.
const FORMULA = /^[=+@-]/
// UTF-8 read as Windows-1252 and saved again ("Ã©", "â€™"), the sign for a byte that was no character, and the question
// mark that a spreadsheet writes for each letter that its encoding lacks: "Bo?ena".
const MOJIBAKE = /[\uFFFD?]|Ã[\u00A0-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]|Â[\u00A0-\u00BF]|â€/

/** A cell as it is kept: composed (NFC), one space for any blank or line break inside, none around. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** What is wrong with a text of a line before it is tidied; null when it may stand on a diploma. */
export function faultOfText(text: string, { required, digits }: { required: boolean; digits: boolean }): TextFault | null {
  const said = tidy(text)
  if (said === '') return required ? 'empty' : null
  if (MOJIBAKE.test(text)) return 'mojibake'
  if (CONTROL.test(said)) return 'control-character'
  if (FORMULA.test(said)) return 'formula'
  if (said.length > longestText) return 'too-long'
  if (!digits && /\p{N}/u.test(said)) return 'digits'
  return required && !/\p{L}/u.test(said) ? 'empty' : null
}
