// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'

export const languages: readonly Language[] = ['fr', 'en']
const place = 'compagnon.language'

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The language chosen before; else the first of the browser's that the product speaks; else French. */
export function preferredLanguage(): Language {
  const chosen = readChoice(place)
  if (isLanguage(chosen)) return chosen
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr'
}

export const keepLanguage = (language: Language) => keepChoice(place, language)

/** Reads a choice kept on this device; null when there is none or the browser keeps nothing. */
export function readChoice(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a choice on this device; a browser that refuses storage simply forgets it with the page. */
export function keepChoice(key: string, value: string) {
  try {
    localStorage.setItem(key, value)
  } catch (error) {
    console.info('This browser keeps no choices.', error)
  }
}
