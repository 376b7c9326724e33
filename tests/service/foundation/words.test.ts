// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openEmbedded } from '#service/adapters/database/index.ts'
import { readConfig } from '#service/config.ts'
import { refusedBySystem, sayTo, StartError, terminalLanguages } from '#service/words.ts'

describe('the words of a start', () => {
  it('speaks the language of the terminal, both when it names neither, French first', () => {
    expect(terminalLanguages({ LANG: 'fr_FR.UTF-8' })).toEqual(['fr'])
    expect(terminalLanguages({ LANG: 'fr_FR', LC_ALL: 'en_US' })).toEqual(['en'])
    expect(terminalLanguages({ LANG: 'C.UTF-8' })).toEqual(['fr', 'en'])
  })

  it('says once what is the same in both languages', () => {
    const said: string[] = []
    const stream = { write: (line: string) => said.push(line) } as unknown as NodeJS.WritableStream
    sayTo(stream, ['fr', 'en'])({ fr: 'http://localhost:3000', en: 'http://localhost:3000' })
    expect(said).toEqual(['http://localhost:3000\n'])
  })

  it('turns a missing right or a full disk into a sentence, and nothing else', () => {
    const refused = (code: string, path?: string) => refusedBySystem(Object.assign(new Error('refused'), { code, path }))
    expect(refused('EACCES', '/data/ledger')?.text.en).toContain('may not use /data/ledger')
    expect(refused('ENOSPC')?.text.fr).toContain('plus de place')
    expect(refused('ERR_ASSERTION')).toBeNull()
    expect(refusedBySystem(new TypeError('a mistake of ours'))).toBeNull()
  })

  it('calls a folder that is no database damaged, and leaves it as it was', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compagnon-damaged-'))
    await mkdir(join(folder, 'database'))
    await expect(openEmbedded(join(folder, 'database'))).rejects.toThrow(StartError)
    await rm(folder, { recursive: true })
  })
})

describe('the settings', () => {
  it('need none, and give each its default', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, publicOrigin: 'http://localhost:3000', rateLimit: 6000, trustProxy: 0 })
  })

  it('take an empty variable as not given', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 3000 })
  })

  for (const [name, value] of Object.entries({
    PORT: '70000', SECRET_KEY: 'short', DATABASE_URL: 'mysql://x', LEDGER_RPC_URL: 'ftp://x', LEDGER_NODES: 'http://a.example', PUBLIC_ORIGIN: 'https://a.example/path',
    LOG_LEVEL: 'loud', RATE_LIMIT: 'many', TRUST_PROXY: 'perhaps',
  })) {
    it(`refuse ${name}=${value} by its name`, () => {
      expect(() => readConfig({ [name]: value })).toThrow(`The setting ${name} is not valid`)
    })
  }

  it('refuse an outside provider without a client', () => {
    expect(() => readConfig({ OIDC_ISSUER: 'https://provider.example' })).toThrow('OIDC_CLIENT_ID')
  })

  it('open no real ledger and no public address to people without a password, unless that is said to be meant', () => {
    const provider = { OIDC_ISSUER: 'https://provider.example', OIDC_CLIENT_ID: 'compagnon' }
    for (const real of [{ LEDGER_RPC_URL: 'http://127.0.0.1:8545' }, { PUBLIC_ORIGIN: 'https://compagnon.example' }]) {
      expect(() => readConfig(real)).toThrow('DEMONSTRATION=yes')
      expect(() => readConfig({ ...real, DEMONSTRATION: 'no' })).toThrow(StartError)
      expect(readConfig({ ...real, DEMONSTRATION: 'yes' })).toMatchObject({ oidc: undefined })
      expect(readConfig({ ...real, ...provider })).toMatchObject({ oidc: { issuer: 'https://provider.example' } })
    }
    for (const local of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
      expect(readConfig({ PUBLIC_ORIGIN: local })).toMatchObject({ publicOrigin: local })
    }
    expect(() => readConfig({ PUBLIC_ORIGIN: 'http://localhost.example' })).toThrow(StartError)
  })

  it('count the proxies in front, and take no yes for a number', () => {
    expect(readConfig({ TRUST_PROXY: '2' })).toMatchObject({ trustProxy: 2 })
    expect(() => readConfig({ TRUST_PROXY: '-1' })).toThrow('TRUST_PROXY')
  })
})
