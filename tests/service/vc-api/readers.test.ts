// SPDX-License-Identifier: EUPL-1.2
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '#domain/credential/index.ts'
import { threads } from '#service/adapters/linked-data/threads.ts'
import { credential, EXAMPLES, meaningless, V2 } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const WELL_ENOUGH = 100_000
/** As large as may be: it takes a thread about a second. */
const large = (): JsonObject => credential({
  '@context': [V2, EXAMPLES], 'credentialSubject': { id: 'did:example:ines', alumniOf: Array.from({ length: 480 }, (_, n) => ({ name: `n${n}` })) },
})

describe('the threads that read documents', () => {
  it('end with a task that takes too long, and another goes on', async () => {
    const { run, close } = threads({ threads: 1, longestQueue: 4 })
    const [slow, next] = [run('meaning', [large()], 20), run('meaning', [credential()], WELL_ENOUGH)]
    await expect(slow).rejects.toMatchObject({ code: 'ERR_DOCUMENT_TOO_SLOW' })
    expect(await next).toMatchObject({ answer: { made: [] } })
    await close()
  })

  it('let only so many wait', async () => {
    const { run, close } = threads({ threads: 1, longestQueue: 1 })
    const first = run('meaning', [credential()], WELL_ENOUGH)
    await expect(run('meaning', [credential()], WELL_ENOUGH)).rejects.toMatchObject({ code: 'ERR_READERS_BUSY' })
    expect(await first).toMatchObject({ answer: { made: [] } })
    await close()
  })

  it('tell a document that means nothing from something that broke', async () => {
    const { run, close } = threads({ threads: 1, longestQueue: 4 })
    const { answer } = await run('canonicalise', [Object.values(meaningless)[0], {}], WELL_ENOUGH)
    expect(answer).toEqual({ failed: 'json-ld' })
    const { answer: broken } = await run('derive', [], WELL_ENOUGH)
    expect(broken).toMatchObject({ broken: expect.stringMatching(/^TypeError\n\s+at /) })
    await close()
  })
})

describe('a request that asks for much', () => {
  let api: Awaited<ReturnType<typeof vcApi>>
  beforeAll(async () => { api = await vcApi({ limits: { budget: 30 } }) })
  afterAll(() => api?.close())

  it('is told so, by a code of its own, once its time is used', async () => {
    const answer = await api.verify({ ...large(), proof: { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', verificationMethod: 'urn:a:b', proofPurpose: 'assertionMethod', proofValue: 'z1' } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'ERR_DOCUMENT_TOO_SLOW' } })
  })
})

describe('the thread of the service', () => {
  it('waits for no document', async () => {
    const api = await vcApi()
    const { proof } = await api.issue(credential())
    const document = { ...large(), proof: Array.from({ length: 10 }, () => proof) }
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const began = performance.now()
    const answer = await api.verify(document)
    const took = performance.now() - began
    delay.disable()
    expect(rulesIn(answer)).toEqual(Array(10).fill('signature'))
    expect(delay.max / 1e6).toBeLessThan(took / 2)
    await api.close()
  })
})
