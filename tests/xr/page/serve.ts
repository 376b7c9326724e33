// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'
import { inputProfiles } from '../../../xr-app/build/input-profiles.ts'
import { withoutEmulator } from '../../../xr-app/build/without-emulator.ts'

export type ScenePage = { address: string; close: () => Promise<void> }

/** Serves the 3D view alone on a free port, from the sources. */
export async function serveScenePage(): Promise<ScenePage> {
  const root = new URL('../../..', import.meta.url).pathname
  const cacheDir = await mkdtemp(join(tmpdir(), 'compagnon-scene-'))
  const server = await createServer({
    configFile: false, root, cacheDir, logLevel: 'error', publicDir: false,
    plugins: [react(), withoutEmulator(), inputProfiles()],
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    optimizeDeps: { entries: ['tests/xr/page/index.html'] },
  })
  await server.listen()
  const local = server.resolvedUrls?.local[0]
  if (!local) throw new Error('the scene page found no port')
  return {
    address: `${local}tests/xr/page/index.html`,
    close: async () => {
      await server.close()
      await rm(cacheDir, { recursive: true, force: true })
    },
  }
}
