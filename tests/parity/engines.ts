// SPDX-License-Identifier: EUPL-1.2
// The same recordings replayed by Node, as the service does, and by a browser, as the learner's page does.
import { build } from 'vite'
import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join, normalize } from 'node:path'
import type { Page } from 'playwright-core'
import { builtOnce } from '../support/built-once.ts'
import type { Judged, Kept } from './judged.ts'
import { scenarioJson } from './plays-of.ts'

/** As many recordings as a message to the page should hold. */
const share = 50

/** What the page makes of them. */
export async function judgedInPage(page: Page, id: string, recordings: readonly Kept[]): Promise<Judged[]> {
  const judged: Judged[] = []
  for (let from = 0; from < recordings.length; from += share) {
    judged.push(...await page.evaluate(([json, some]) => globalThis.judgeAll(json, some as never), [scenarioJson(id), recordings.slice(from, from + share)] as const))
  }
  return judged
}

const types = { html: 'text/html', js: 'text/javascript' } as Record<string, string>

/** The rules alone, built for a browser as the app is, on a free port. */
export async function serveReplayPage(): Promise<{ address: string; close: () => void }> {
  const folder = await builtOnce('replay-page', (outDir) => build({
    configFile: false, root: new URL('./replay-page/', import.meta.url).pathname, logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
  }), ['tests/parity'])
  const server: Server = createServer((request, response) => {
    const name = request.url === '/' ? '/index.html' : normalize(request.url ?? '')
    readFile(join(folder, name)).then(
      (content) => response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end())
  })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => { server.close(); server.closeAllConnections() },
  }
}
