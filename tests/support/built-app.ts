// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

export type BuiltApp = { folder: string; remove: () => Promise<void> }

/** Builds the app as it ships, into a folder of its own, so that no test disturbs another's. */
export async function buildApp(): Promise<BuiltApp> {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-app-'))
  // A test runner sets NODE_ENV to 'test', and React would then ship its development self.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  process.env.NODE_ENV = before
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
