// SPDX-License-Identifier: EUPL-1.2
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

const isChunk = (file: Bundle[string] | undefined): file is Chunk => file?.type === 'chunk'

/** A chunk and everything that must be there before it runs, the chunk first. */
function withImports(bundle: Bundle, chunk: Chunk | undefined, seen = new Set<string>()): Set<string> {
  if (!chunk || seen.has(chunk.fileName)) return seen
  seen.add(chunk.fileName)
  for (const name of chunk.imports) {
    const next = bundle[name]
    if (isChunk(next)) withImports(bundle, next, seen)
  }
  return seen
}

/**
 * Writes the room that a workshop's page opens with, as a drawing (room-mesh.ts), and into the page's head what such an
 * address needs first: the room, then the page. public/first-light.js asks for them there, and nowhere else.
 */
export function opening(): Plugin {
  let mesh = ''
  return {
    name: 'compagnon:opening',
    apply: 'build',
    async generateBundle() {
      const { roomMesh } = await import('./room-mesh.ts')
      mesh = this.getFileName(this.emitFile({ type: 'asset', name: 'room.bin', source: roomMesh() }))
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        if (!bundle) return []
        const filesOf = (module: string) => {
          const files = withImports(bundle, Object.values(bundle).filter(isChunk).find(({ facadeModuleId }) => facadeModuleId?.endsWith(module)))
          if (files.size === 0) throw new Error(`The build has no ${module}`)
          return [...files].map((file) => `/${file}`).join(' ')
        }
        const [first = '', next = ''] = ['pages/workshop/opening/room.ts', 'pages/workshop/page.tsx'].map(filesOf)
        return [{ tag: 'meta', attrs: { name: 'workshop-opening', content: first, 'data-mesh': `/${mesh}`, 'data-then': next }, injectTo: 'head-prepend' }]
      },
    },
  }
}
