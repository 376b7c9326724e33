// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'
import { inputProfiles } from '../../../xr-app/build/input-profiles.ts'
import { withoutEmulator } from '../../../xr-app/build/without-emulator.ts'
import { builtOnce } from '../../support/built-once.ts'

export type ScenePage = { address: string; close: () => Promise<void> }

const common = { configFile: false, root: new URL('.', import.meta.url).pathname, logLevel: 'error' } as const

/** Builds the workshop's page alone, as it ships; answers the folder. */
export const scenePageFolder = (): Promise<string> => builtOnce('scene-page', (outDir) => build({
  ...common, publicDir: false, plugins: [react(), withoutEmulator(), inputProfiles()],
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
}), ['tests/xr/page'])

/** Serves it on a free port. */
export async function buildScenePage(): Promise<ScenePage> {
  const folder = await scenePageFolder()
  const server = await preview({ ...common, build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' } })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the scene page found no port')
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
