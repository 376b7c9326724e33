// SPDX-License-Identifier: EUPL-1.2
import { monthIn } from '../../ui/month.ts'
import { useSay } from '../../ui/say.ts'

/** Sessions, numbers and sizes as this page's reader writes them. */
export function useSayResults() {
  const { language, ...rest } = useSay()
  const inUnits = (value: number, unit: 'megabyte' | 'kilobyte' | 'byte') => new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
  return {
    ...rest,
    language,
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    size: (bytes: number) => (bytes >= 1_000_000 ? inUnits(bytes / 1_000_000, 'megabyte') : bytes >= 1_000 ? inUnits(bytes / 1_000, 'kilobyte') : inUnits(bytes, 'byte')),
    session: (month: string) => monthIn(month, language),
  }
}
