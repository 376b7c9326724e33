// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const compress = promisify(brotliCompress)
const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.bin', ''])
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2', '.webp': 'image/webp',
}

export type Served = { origin: string; close: () => void }

/** The app of `folder`, and these answers by path, over HTTP/1.1, all compressed as the service does: brotli, once. */
export async function servePages(folder: string, answers: ReadonlyMap<string, string | Buffer>): Promise<Served> {
  const bodies = new Map<string, Promise<Buffer | null>>()
  const bodyOf = async (path: string): Promise<Buffer | null> => {
    const plain = answers.get(path) ?? await readFile(join(folder, normalize(path))).catch(() => null)
    if (plain === null || !compressible.has(extname(path))) return plain as Buffer | null
    return compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
  }
  const known = (path: string) => {
    if (!bodies.has(path)) bodies.set(path, bodyOf(path))
    return bodies.get(path) ?? null
  }
  // Nobody waits for a file to be compressed, neither ours nor the other's.
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Record<string, { file: string; css?: string[] }>
  const ahead = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]).map((file) => `/${file}`)
  for (const path of [...answers.keys(), '/index.html', '/first-light.js', ...ahead]) await known(path)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here')
    const path = answers.has(pathname) || extname(pathname) ? pathname : pathname.startsWith('/api/') ? '' : '/index.html'
    void Promise.resolve(path && known(path)).then((body) => {
      if (!body) return response.writeHead(404).end()
      const kind = extname(path) || '.json'
      return response.writeHead(200, { 'content-type': types[kind] ?? 'application/octet-stream', ...(compressible.has(extname(path)) ? { 'content-encoding': 'br' } : {}) }).end(body)
    })
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close(); server.closeAllConnections() } }
}
