// SPDX-License-Identifier: EUPL-1.2
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { heardBody } from '#service/plugins/heard-body.ts'

async function read(body: PassThrough, most = Infinity): Promise<string> {
  let text = ''
  for await (const piece of heardBody(body, 200)) {
    text += String(piece)
    if (text.length >= most) break
  }
  return text
}

it('gives a body as it came', async () => {
  const body = new PassThrough()
  body.write('one ')
  setTimeout(() => body.end('two'), 50)
  expect(await read(body)).toBe('one two')
})

it('gives up on a sender of whom nothing comes', async () => {
  const body = new PassThrough()
  body.write('one')
  await expect(read(body)).rejects.toMatchObject({ code: 'ERR_TOO_SLOW' })
})

it('waits for a reader who takes longer than that', async () => {
  const body = new PassThrough()
  body.write('one')
  body.end()
  const pieces = heardBody(body, 50)[Symbol.asyncIterator]()
  await pieces.next()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await pieces.next()).toEqual({ done: true, value: undefined })
})

it('reads past what nobody wanted, and cuts no line', async () => {
  const body = new PassThrough({ highWaterMark: 4 })
  const sent = new Promise<string>((resolve) => body.once('end', () => resolve('whole')))
  body.write('one')
  expect(await read(body, 3)).toBe('one')
  body.end('x'.repeat(1_000))
  expect(await sent).toBe('whole')
  expect(body.errored).toBeNull()
})
