// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guides } from './xr-app/build/guides.ts'
import { inputProfiles } from './xr-app/build/input-profiles.ts'
import { opening } from './xr-app/build/opening.ts'
import { precache } from './xr-app/build/precache.ts'
import { precompressed } from './xr-app/build/precompressed.ts'
import { withoutEmulator } from './xr-app/build/without-emulator.ts'

export default defineConfig({
  root: 'xr-app',
  plugins: [react(), guides(), withoutEmulator(), inputProfiles(), opening(), precache(),
    // It takes a processor ten seconds: tests read the files as they are.
    ...(process.env.VITEST ? [] : [precompressed()])],
  build: {
    outDir: '../dist/app',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // A browser that knows no modulepreload (Safari before 17) only fetches a little later: not worth the first page's bytes.
    modulePreload: { polyfill: false },
    // Below this size Vite would inline files as data: addresses, which the service's content policy refuses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: 'xr-app/index.html', sw: 'xr-app/service-worker.ts' },
      output: {
        // The service worker keeps one name for ever: its address is its identity.
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(['/api', '/oidc', '/schools', '/status', '/health']
      .map((path) => [path, process.env.SERVICE_URL ?? 'http://localhost:3000'])),
  },
})
