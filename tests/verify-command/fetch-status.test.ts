// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchStatus } from '#service/adapters/verification/index.ts'

let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/list') response.end('{"id":"list"}')
    else if (request.url === '/elsewhere') response.writeHead(302, { location: '/list' }).end()
    else if (request.url === '/endless') response.end(`"${'a'.repeat(6 * 2 ** 20)}"`)
    else response.writeHead(404).end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.close() })

describe('getting a published status list', () => {
  it('gives the list', async () => {
    expect(await fetchStatus(`${origin}/list`)).toEqual({ id: 'list' })
  })

  it('gives nothing for a missing one, an endless one, or another scheme', async () => {
    expect(await fetchStatus(`${origin}/none`)).toBeUndefined()
    expect(await fetchStatus(`${origin}/endless`)).toBeUndefined()
    expect(await fetchStatus('file:///etc/hostname')).toBeUndefined()
  })

  it('follows the file nowhere else', async () => {
    await expect(fetchStatus(`${origin}/elsewhere`)).rejects.toThrow()
  })
})
