// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'

/** A session's month in words, from YYYY-MM; what is written otherwise stays as it is. Apart from `say`: the first page needs none. */
export function monthIn(written: string, language: Language): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(written)) return written
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${written}-15T00:00:00Z`))
}
