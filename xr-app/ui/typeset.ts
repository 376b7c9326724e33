// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'

/**
 * French keeps its high punctuation and its quotation marks on the line of their word (no-break space, U+00A0), and writes
 * its elisions with an apostrophe that is one (U+2019), whatever a register was typed on.
 */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text.replaceAll(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0').replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’')
}
