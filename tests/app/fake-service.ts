// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** An answer to one request: a JSON value, or a status with a body. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }
export type Answers = Record<string, Answer | ((request: { body: unknown }) => Answer)>

export type FakeService = {
  origin: string
  /** Change what it answers, by 'GET /api/…'. Anything else under /api is a 404 problem. */
  answers: Answers
  received: { what: string; body: unknown }[]
  stop: () => Promise<void>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.webp': 'image/webp',
}

// The real service's policy (credential-service/plugins/protection.ts): what the pages must live with.
const policy = "default-src 'self'; base-uri 'none'; object-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
  + "worker-src 'self' blob:; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; "
  + "img-src 'self' blob: data:; font-src 'self'; connect-src 'self' blob: http://127.0.0.1:* http://localhost:*"

/** A small real HTTP server with the built app and answers chosen by a test. For pages only: rules stay real. `port` 0: any. */
export async function startFakeService(folder: string, answers: Answers, port = 0): Promise<FakeService> {
  const received: FakeService['received'] = []
  const fake: FakeService = { origin: '', answers, received, stop: () => Promise.resolve() }
  const server = createServer((request, response) => {
    void handle(request, response, folder, fake).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', resolve) })
  fake.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  fake.stop = () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() })
  return fake
}

async function handle(request: IncomingMessage, response: ServerResponse, folder: string, fake: FakeService) {
  const path = new URL(request.url ?? '/', 'http://here').pathname
  if (!path.startsWith('/api/')) return sendFile(response, folder, path)
  const what = `${request.method} ${path}`
  const text = await readBody(request)
  const isJson = (request.headers['content-type'] ?? '').includes('json')
  const body: unknown = text && isJson ? JSON.parse(text) : undefined
  fake.received.push({ what, body })
  const known = fake.answers[what]
  const answer = typeof known === 'function' ? known({ body }) : known
    ?? { status: 404, body: { code: 'ERR_NOT_FOUND', title: 'Not found', status: 404 } }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
  response.end(answer.body === undefined ? '' : JSON.stringify(answer.body))
}

async function sendFile(response: ServerResponse, folder: string, path: string) {
  const name = extname(path) ? normalize(path) : '/index.html'
  const content = await readFile(join(folder, name)).catch(() => null)
  if (content === null) return response.writeHead(404, { 'content-type': 'text/plain' }).end('no such file')
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'content-security-policy': policy })
  response.end(content)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
