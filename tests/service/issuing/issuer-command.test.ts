// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { multikeysOf } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { readConfig } from '#service/config.ts'
import { run } from '#service/governing/run.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { openShared } from '#service/server.ts'
import { lockDataFolder } from '#service/starting/data-folder.ts'
import { issuingRound, readIssuerDocument } from '#service/use-cases/issuing/index.ts'
import type { IssuingNeeds } from '#service/use-cases/issuing/index.ts'
import { freePort } from '#tests/support/ports.ts'

// A database and a node on disk, opened three times.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let env: Record<string, string>

beforeAll(async () => {
  env = { DATA_DIR: await mkdtemp(join(tmpdir(), 'compagnon-issuer-')), PORT: String(await freePort()), LANG: 'en_GB.UTF-8' }
})
afterAll(() => rm(env.DATA_DIR ?? '', { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

async function command(...args: string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const code = await run(args, env, { out, err })
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') }
}

/** The service's own parts at work for a moment, as they are between two commands. */
async function meanwhile<T>(work: (needs: IssuingNeeds) => Promise<T>): Promise<T> {
  const opened: (() => Promise<void>)[] = []
  const shared = await openShared(readConfig(env), { logger: pino({ level: 'silent' }) }, opened)
  const { needs, close } = await issuingNeeds(shared)
  try {
    return await work(needs)
  } finally {
    close()
    for (const part of opened.reverse()) await part()
  }
}

/** Rounds until nothing of the school waits for the ledger. */
async function settled(needs: IssuingNeeds): Promise<void> {
  const round = issuingRound(needs, { ledgerAnswers: true, registered: false, lastError: null })
  const school = (await needs.issuers.schoolOfSlug('louise-michel'))!
  const { did } = (await needs.issuers.issuerOf(school.id))!
  for (let n = 0; n < 400; n++) {
    await round()
    if (!(await needs.issuers.isBusy(did)) && n > 2) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('something still waits')
}

const keys = (document: JsonObject) => multikeysOf(document)

describe('npm run issuer', () => {
  it('says how it is used', async () => {
    for (const args of [[], ['rotate'], ['sing', 'louise-michel'], ['rotate', 'a', 'b'], ['close'], ['close', 'a', 'b'], ['succeed', 'a'], ['succeed', 'a', 'b', 'c']]) {
      const { code, err } = await command(...args)
      expect([code, err.includes('npm run issuer -- rotate SCHOOL')]).toEqual([2, true])
    }
  })

  it('refuses while a service has the data folder, and a school that nobody knows', async () => {
    const letGo = await lockDataFolder(env.DATA_DIR ?? '')
    expect(await command('rotate', 'louise-michel')).toMatchObject({ code: 1, err: expect.stringContaining('already runs') })
    await letGo()
    expect(await command('rotate', 'nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('ERR_SCHOOL_UNKNOWN') })
  })

  it('gives a school a new key, which its document names first, before the earlier one', async () => {
    const before = await meanwhile(async needs => {
      const round = issuingRound(needs, { ledgerAnswers: true, registered: false, lastError: null })
      for (let n = 0; n < 400; n++) {
        await round()
        const school = await needs.issuers.schoolOfSlug('louise-michel')
        const issuer = school && (await needs.issuers.issuerOf(school.id))
        if (issuer && issuer.registeredAt !== null) return readIssuerDocument(needs)('louise-michel', 'school')
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      throw new Error('never registered')
    })
    const { code, out, err } = await command('rotate', 'louise-michel')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('louise-michel now signs with did:web:')
    const after = await meanwhile(needs => readIssuerDocument(needs)('louise-michel', 'school'))
    // Ed25519 and P-256: each new one stands before its earlier one.
    for (const kind of ['z6Mk', 'zDn']) {
      const of = (document: JsonObject) => keys(document).filter(key => key.startsWith(kind))
      expect(of(after)).toEqual([expect.any(String), ...of(before)])
    }
    expect(out).toContain(keys(after)[0])
  })

  it('closes a school once nothing of it waits, then has its academy succeed it', async () => {
    expect(await command('succeed', 'louise-michel', '10')).toMatchObject({ code: 1, err: expect.stringContaining('ERR_ISSUER_NOT_CLOSED') })
    expect(await command('close', 'louise-michel')).toMatchObject({ code: 1, err: expect.stringContaining('ERR_ISSUER_BUSY') })
    await meanwhile(needs => settled(needs))
    expect(await command('close', 'louise-michel')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('louise-michel is closed on the ledger since 20') })
    await meanwhile(needs => settled(needs))
    expect(await command('succeed', 'louise-michel', '10')).toMatchObject({ code: 0, err: '', out: expect.stringContaining(':academies:lyon succeeds louise-michel') })
  })

  it('seals again what was issued, says how far it is, and does it once a year', async () => {
    const { code, out, err } = await command('reseal')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/20\d\d: [\d,]+ credentials of \d+ issuers are sealed again on the ledger/)
    expect(await command('reseal')).toEqual({ code: 0, err: '', out })
    expect((await command('reseal', 'louise-michel')).code).toBe(2)
  })
})
