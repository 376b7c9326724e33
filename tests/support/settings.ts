// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { defaults, type Settings } from '#app/ui/settings/choices.ts'

/** Someone whose device already holds these settings. Before the page opens. */
export const withSettings = (page: Page, settings: Partial<Settings>): Promise<unknown> => page.addInitScript((kept) => {
  localStorage.setItem('compagnon.settings', kept)
}, JSON.stringify({ v: 1, settings: { ...defaults, ...settings } }))
