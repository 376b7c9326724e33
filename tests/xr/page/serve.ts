// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { inputProfiles } from '../../../xr-app/build/input-profiles.ts'
import { withoutEmulator } from '../../../xr-app/build/without-emulator.ts'

export type ScenePage = { address: string; close: () => Promise<void> }

/** Builds the 3D view alone, as it ships, and serves it on a free port. */
export async function buildScenePage(): Promise<ScenePage> {
  const outDir = await mkdtemp(join(tmpdir(), 'compagnon-scene-'))
  const common = { configFile: false, root: new URL('.', import.meta.url).pathname, logLevel: 'error' } as const
  await build({ ...common, publicDir: false, plugins: [react(), withoutEmulator(), inputProfiles()],
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 } })
  const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the scene page found no port')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: async () => {
      await server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
