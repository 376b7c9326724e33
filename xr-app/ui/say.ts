// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '#domain/text.ts'
import { typeset } from './typeset.ts'

/** How this page's reader reads: their language, texts of resources in it, dates and durations as they write them. */
export function useSay() {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  return {
    language,
    say: (text: Text | string) => typeset(typeof text === 'string' ? text : text[language], language),
    day: (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(iso)),
    moment: (iso: string) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  }
}

/** Whole minutes of a silence worth a teacher's look; 0 for what a slow line or a slow page explains. */
export const silentMinutes = (ms: number): number => Math.floor(ms / 60_000)

/** Simulation time as a stopwatch shows it: 75 300 ms is 1:15. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
