// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'

/** A reason not to start: said as one sentence in the person's language, then a non-zero exit. Nothing is destroyed. */
export class StartError extends Error {
  readonly text: Text

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause })
    this.name = 'StartError'
    this.text = text
  }
}

/** The languages to speak in a terminal: the one its locale names; both, French first, when it names neither. */
export function terminalLanguages(env: NodeJS.ProcessEnv): Language[] {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  if (/^fr/i.test(locale)) return ['fr']
  return /^en/i.test(locale) ? ['en'] : ['fr', 'en']
}

/** Writes a text to the terminal, one line per language. */
export type Say = (text: Text) => void

export const sayTo = (stream: NodeJS.WritableStream, languages: Language[]): Say => (text) => {
  for (const line of new Set(languages.map((language) => text[language]))) stream.write(`${line}\n`)
}
