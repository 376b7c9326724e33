// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useSay } from './say.ts'

/** Makes the few words that react-aria says itself follow the language on the screen, not the browser's. */
export function AriaLanguage({ children }: { children: ReactNode }) {
  const { language } = useSay()
  return <I18nProvider locale={language}>{children}</I18nProvider>
}
