// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core'
import { ask } from './headset.ts'

/** Where a key of the slate is once the slate has come before the eyes. */
export const ahead = (page: Page, key = 'hurt-go-on') => ask(page, (one) => {
  const [at, stood] = [one, 'origin'].map((id) => globalThis.compagnonLocator?.(id)?.at)
  return at && stood && Math.hypot(at[0] - stood[0], at[2] - stood[2]) > 1.15 ? at : null
}, key, 20_000)
