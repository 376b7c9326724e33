// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { buildApp } from './built-app.ts'
import { startService, type RunningService } from './service.ts'

export type RealPages = { service: RunningService; browser: Browser }

/** The app as it ships, on a service of its own, and a browser to visit it with: there from the first test to the last. */
export function realPages(): RealPages {
  // Filled before any test of the file begins.
  const open = {} as RealPages
  let remove: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const app = await buildApp()
    remove = app.remove
    open.service = await startService({ pages: app.folder })
    open.browser = await launchBrowser()
  })
  afterAll(async () => {
    await open.browser?.close()
    await open.service?.close()
    await remove?.()
  })
  return open
}
