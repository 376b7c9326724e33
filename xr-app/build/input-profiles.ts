// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** The models of the controllers and hands people have; any other headset gets the generic one. */
const kept = ['meta-quest-touch-plus', 'generic-trigger-squeeze-thumbstick', 'generic-hand']
const folder = join(dirname(createRequire(import.meta.url).resolve('@webxr-input-profiles/assets/package.json')), 'dist/profiles')

/** The list of known headsets, each sent to a profile that is here. */
async function list(): Promise<string> {
  const all = JSON.parse(await readFile(join(folder, 'profilesList.json'), 'utf8')) as Record<string, { path: string }>
  return JSON.stringify(Object.fromEntries(Object.entries(all).filter(([id]) => kept.includes(id))))
}

async function files(): Promise<Map<string, Uint8Array | string>> {
  const names = kept.flatMap((id) => ['profile.json', 'left.glb', 'right.glb'].map((name) => `${id}/${name}`))
  const found = await Promise.all(names.map(async (name): Promise<[string, Uint8Array | string]> =>
    [name, await readFile(join(folder, name))]))
  return new Map([['profilesList.json', await list()], ...found])
}

/**
 * Serves the few input profiles the headset needs from our own origin, at /profiles/: the library would otherwise ask
 * a public CDN.
 */
export function inputProfiles(): Plugin {
  return {
    name: 'compagnon:input-profiles',
    configureServer(server) {
      server.middlewares.use('/profiles', (request, response, next) => {
        void files().then((all) => {
          const found = all.get((request.url ?? '').replace(/^\//, '').split('?')[0] ?? '')
          if (found === undefined) return next()
          response.end(found)
        }, next)
      })
    },
    async generateBundle() {
      if (this.environment && this.environment.name !== 'client') return
      for (const [name, source] of await files()) this.emitFile({ type: 'asset', fileName: `profiles/${name}`, source })
    },
  }
}
