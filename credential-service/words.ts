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

/** What the system refused, as a sentence: a missing right, a full disk. Null for anything else. */
export function refusedBySystem(cause: unknown): StartError | null {
  const { code, path } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC') {
    return new StartError({
      fr: `Il n'y a plus de place sur le disque${path ? ` (${path})` : ''}. Rien n'a été effacé.`,
      en: `The disk is full${path ? ` (${path})` : ''}. Nothing was erased.`,
    }, cause)
  }
  if (!path || !['EACCES', 'EPERM', 'EROFS'].includes(code ?? '')) return null
  return new StartError({
    fr: `Ce compte n'a pas le droit d'utiliser ${path} (${code}) : donnez-lui ce droit, ou choisissez un autre dossier avec DATA_DIR.`,
    en: `This account may not use ${path} (${code}): give it the right, or choose another folder with DATA_DIR.`,
  }, cause)
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
