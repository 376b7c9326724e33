// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildApp } from '../support/built-app.ts'
import type { Table } from './measure.ts'

type Manifest = Record<string, { file: string; imports?: string[] }>

/** Every script that loads when `entry` loads, by static imports. */
export function scriptsOf(manifest: Manifest, entry: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[entry]
  if (!chunk || seen.has(entry)) return seen
  seen.add(entry)
  for (const next of chunk.imports ?? []) scriptsOf(manifest, next, seen)
  return seen
}

const gzipBytes = (dist: string, manifest: Manifest, names: Iterable<string>) =>
  [...new Set([...names].map(name => (manifest[name] as { file: string }).file))].filter(file => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)

/** Compressed bytes of the first page's scripts and of what the 3D workshop adds, of the app as it is now. */
export async function measureFirstLoad(): Promise<Table> {
  const { folder: dist } = await buildApp()
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  // What the first page asks for at once: the shell, the catalogue and the texts of one language.
  const first = ['index.html', 'pages/catalogue/page.tsx', 'ui/locales/fr/common.json', 'ui/locales/fr/catalogue.json']
  const workshop = Object.keys(manifest).find(name => name.endsWith('Workshop3D.tsx')) as string
  const shell = new Set(first.flatMap(name => [...scriptsOf(manifest, name)]))
  const scenes = Object.keys(manifest).filter(name => /scenes\/[^/]+\/scene\.tsx$/.test(name))
  const whole = new Set([workshop, ...scenes].flatMap(name => [...scriptsOf(manifest, name)]))
  const added = [...whole].filter(name => !shell.has(name))
  return {
    title: 'Bytes over the wire (gzip)',
    rows: [
      { name: 'first page, all scripts before the catalogue paints', value: gzipBytes(dist, manifest, shell) / 1024, unit: 'KiB' },
      { name: '3D workshop, scripts it adds', value: gzipBytes(dist, manifest, added) / 1024, unit: 'KiB' },
    ],
  }
}
