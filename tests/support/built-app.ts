// SPDX-License-Identifier: EUPL-1.2
import { build } from 'vite'
import { builtOnce } from './built-once.ts'

export type BuiltApp = { folder: string; remove: () => Promise<void> }

/** The app as it ships, in a folder that tests only read. */
export async function buildApp(): Promise<BuiltApp> {
  const folder = await builtOnce('app', (outDir) => build({ logLevel: 'error', build: { outDir, emptyOutDir: true } }))
  // Kept for the next test.
  return { folder, remove: () => Promise.resolve() }
}
