// SPDX-License-Identifier: EUPL-1.2
import { useSay } from '../../ui/say.ts'

/** Sessions, numbers and sizes as this page's reader writes them. */
export function useSayResults() {
  const { language, ...rest } = useSay()
  const megabytes = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    ...rest,
    language,
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    size: (bytes: number) => megabytes.format(Math.max(bytes / 1_000_000, 0.1)),
    session: (written: string) => month.format(new Date(`${written}-15T00:00:00Z`)),
  }
}
