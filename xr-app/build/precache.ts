// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const kept = [/pages\/verify\//, /pages\/catalogue\//, /ui\/locales\//, /pages\/settings\//]
const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === 'chunk'

/**
 * Writes into sw.js the files that must open with the service stopped: the shell, the catalogue, the texts and all
 * of the verification page. The list's digest is the version, so a build that changes nothing changes no cache.
 */
export function precache(): Plugin {
  return {
    name: 'compagnon:precache',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle['sw.js']
        if (!isChunk(worker)) throw new Error('The build has no service worker')
        const files = [...filesOfShell(bundle)].sort()
        const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12)
        const list = JSON.stringify({ version, files: files.map((file) => `/${file}`) })
        if (!worker.code.includes('self.__PRECACHE__')) throw new Error('The service worker lost its list')
        worker.code = worker.code.replace('self.__PRECACHE__', () => list)
      },
    },
  }
}

function filesOfShell(bundle: Bundle): Set<string> {
  const chunks = Object.values(bundle).filter(isChunk)
  const roots = chunks.filter((chunk) => (chunk.isEntry && chunk.name === 'index')
    || kept.some((room) => room.test(chunk.facadeModuleId ?? '')))
  const files = new Set<string>()
  for (const root of roots) walk(bundle, root, files, /pages\/verify\//.test(root.facadeModuleId ?? ''))
  for (const file of Object.keys(bundle)) if (/-latin-.*\.woff2$/.test(file) && !/latin-ext|opendyslexic/.test(file)) files.add(file)
  return files
}

function walk(bundle: Bundle, chunk: Chunk, files: Set<string>, deep: boolean) {
  if (files.has(chunk.fileName)) return
  files.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
  for (const name of [...chunk.imports, ...(deep ? chunk.dynamicImports : [])]) {
    const next = bundle[name]
    if (isChunk(next)) walk(bundle, next, files, deep)
  }
}
