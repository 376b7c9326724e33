// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'

export const languages: readonly Language[] = ['fr', 'en']

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The language chosen before; else the first of the browser's that the product speaks; else French. */
export const preferredLanguage = (chosen: Language | null): Language =>
  chosen ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'fr'
