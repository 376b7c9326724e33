// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shares } from '#service/adapters/linked-data/shares.ts'
import { credential } from '#tests/domain/credential/data-model/documents.ts'
import { vcApi } from './sandbox.ts'

describe('the share of an address', () => {
  it('is spent by what its documents cost, and comes back evenly within a minute', () => {
    let now = 0
    const { of } = shares(6_000, () => now)
    const [ours, theirs] = [of('192.0.2.1'), of('192.0.2.2')]
    ours.check()
    ours.spend(7_000)
    expect(() => ours.check()).toThrow(expect.objectContaining({ code: 'ERR_READING_SPENT', values: { seconds: 10 } }))
    expect(() => theirs.check()).not.toThrow()
    now = 9_000
    expect(() => ours.check()).toThrow(expect.objectContaining({ values: { seconds: 1 } }))
    now = 10_001
    ours.check()
  })

  it('is never more than a whole one, and is forgotten when it is whole', () => {
    let now = 0
    const { of, held } = shares(6_000, () => now)
    for (let n = 0; n < 1_000; n++) of(`192.0.2.${n}`).spend(1)
    now = 3_600_000
    of('192.0.2.1').spend(6_000)
    expect(() => of('192.0.2.1').check()).toThrow(expect.objectContaining({ code: 'ERR_READING_SPENT' }))
    expect(held()).toBe(1)
  })
})

describe('a client that asks for more than its share', () => {
  let api: Awaited<ReturnType<typeof vcApi>>
  beforeAll(async () => { api = await vcApi({ limits: { perMinute: 1 } }) })
  afterAll(() => api?.close())

  it('is told 429, a code of its own and how long to wait', async () => {
    const one = () => api.post('credentials/issue', { credential: credential() })
    const answers = [await one(), await one()]
    const told = answers.find(({ status }) => status === 429)
    expect(told).toMatchObject({ type: expect.stringContaining('application/problem+json'), body: { code: 'ERR_READING_SPENT' } })
    expect(told?.headers['retry-after']).toBe(String((told?.body.values as { seconds: number }).seconds))
  })
})
