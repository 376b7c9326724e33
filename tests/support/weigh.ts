// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { cablingBodies } from '#app/equipment/cabling-bodies.ts'
import { powerBodies } from '#app/equipment/power-bodies.ts'
import { solderingBodies } from '#app/equipment/soldering-bodies.ts'
import { starterBodies } from '#app/equipment/starter-bodies.ts'
import { scenes } from '#app/scenes/index.ts'

type Manifest = Record<string, { file: string; imports?: string[] }>

// What the first page asks for at once: the shell, the catalogue and the texts of one language.
const FIRST = ['index.html', 'pages/catalogue/page.tsx', 'ui/locales/fr/common.json', 'ui/locales/fr/catalogue.json']
const TRADES = { power: powerBodies, starter: starterBodies, cabling: cablingBodies, soldering: solderingBodies }

/** Every script that loads when `entry` loads, by static imports. */
function scriptsOf(manifest: Manifest, entry: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[entry]
  if (!chunk) throw new Error(`The manifest has no ${entry}`)
  if (seen.has(entry)) return seen
  seen.add(entry)
  for (const next of chunk.imports ?? []) scriptsOf(manifest, next, seen)
  return seen
}

/** Compressed bytes (gzip, level 9) of the scripts of an app built in `dist`. */
export function weigh(dist: string) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const load = (entries: readonly string[]) => new Set(entries.flatMap((entry) => [...scriptsOf(manifest, entry)]))
  const bytes = (names: Iterable<string>) => [...new Set([...names].map((name) => manifest[name]!.file))].filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  const first = load(FIRST)
  return {
    /** The first page: all scripts before the catalogue paints. */
    first: bytes(first) + gzipSync(readFileSync(join(dist, 'first-light.js')), { level: 9 }).length,
    /** What the 3D workshop of a scenario adds on a flat screen: the view, its scene, the bodies of its equipment, what goes on by itself. */
    threeD: ({ id, equipment }: { id: string; equipment: readonly { kind: string }[] }): number => {
      const trades = Object.entries(TRADES).filter(([, bodies]) => equipment.some(({ kind }) => Object.hasOwn(bodies, kind))).map(([trade]) => trade)
      const entries = ['pages/workshop/Workshop3D.tsx', scenes.has(id) ? `scenes/${id}/scene.tsx` : 'scenes/composed/scene.tsx',
        ...trades.map((trade) => `equipment/${trade}-bodies.ts`), ...(trades.includes('soldering') ? ['scenes/soldering/live.tsx'] : [])]
      return bytes([...load(entries)].filter((name) => !first.has(name)))
    },
  }
}
