// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next'
import type { SettingName, Settings } from './choices.ts'

type Texts = { language: string }

/** A value of a setting, in words: a name of its own, or a number with its unit. */
export function wordFor(t: TFunction<'settings'>, { language }: Texts, name: SettingName, value: Settings[SettingName]): string {
  if (typeof value !== 'number') return t(`${name}.${value}` as 'hand.left')
  if (value === 0 && name !== 'textSize') return t(`${name}.none` as 'turn.none')
  const shown = new Intl.NumberFormat(language).format(name === 'dwellMs' ? value / 1000 : value)
  return t(`${name}.value` as 'turn.value', { value: shown })
}
