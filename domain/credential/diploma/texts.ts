// SPDX-License-Identifier: EUPL-1.2
export type TextFault = 'empty' | 'digits' | 'control-character' | 'formula' | 'mojibake' | 'too-long'

/** The longest name, place or title that is taken: longer is a column that slipped, or a file that broke. */
export const longestText = 200

const CONTROL = /\p{Cc}/u
// What is not seen (spaces of no width, soft hyphens, marks of direction or of byte order: Unicode's "format") makes two
// names of one; half of a surrogate pair is no character, and has no UTF-8.
const INVISIBLE = /[\p{Cs}[\p{Cf}--[\u200C\u200D]]]/v
// Joiners shape letters of Arabic or Indic scripts; after any other letter, or after none, they are as invisible.
const JOINER_ASTRAY = /(?<![[\p{L}\p{M}]--[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]])[\u200C\u200D]/v
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
  if (CONTROL.test(said) || INVISIBLE.test(text) || JOINER_ASTRAY.test(text)) return 'control-character'
  if (FORMULA.test(said)) return 'formula'
  if (said.length > longestText) return 'too-long'
  if (!digits && /\p{N}/u.test(said)) return 'digits'
  return required && !/\p{L}/u.test(said) ? 'empty' : null
}
