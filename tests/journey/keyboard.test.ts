// SPDX-License-Identifier: EUPL-1.2
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildApp } from '../support/built-app.ts'
import type { BuiltApp } from '../support/built-app.ts'
import { playByKeyboard } from '../support/keyboard.ts'
import { startService } from '../support/service.ts'
import type { RunningService } from '../support/service.ts'
import { walkTheLine } from './line.ts'

describe('the whole line, by the keyboard alone', () => {
  let browser: Browser
  let app: BuiltApp
  let service: RunningService

  beforeAll(async () => {
    app = await buildApp()
    service = await startService({ pages: app.folder })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.close()
    await app?.remove()
  })

  it('goes from the first gesture to a valid proof, and to a refusal when one byte is changed', async () => {
    await walkTheLine({ service, browser, input: 'plain', student: 'demo-ines', play: playByKeyboard })
  })
})
