// SPDX-License-Identifier: EUPL-1.2
import { keepChoice, readChoice } from './language.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

// public/first-light.js reads the same place before the first paint.
const place = 'compagnon.theme'

export function chosenTheme(): Theme {
  const kept = readChoice(place)
  return themes.find((theme) => theme === kept) ?? 'system'
}

/** Applies a theme to the whole document and keeps it on this device. */
export function chooseTheme(theme: Theme) {
  keepChoice(place, theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
