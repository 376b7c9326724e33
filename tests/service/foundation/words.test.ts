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
    expect(readConfig({})).toMatchObject({ port: 3000, publicOrigin: 'http://localhost:3000', rateLimit: 6000, trustProxy: false })
  })

  it('take an empty variable as not given', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ port: 3000 })
  })

  for (const [name, value] of Object.entries({
    PORT: '70000', SECRET_KEY: 'short', DATABASE_URL: 'mysql://x', LEDGER_RPC_URL: 'ftp://x', PUBLIC_ORIGIN: 'https://a.example/path',
    LOG_LEVEL: 'loud', RATE_LIMIT: 'many', TRUST_PROXY: 'perhaps',
  })) {
    it(`refuse ${name}=${value} by its name`, () => {
      expect(() => readConfig({ [name]: value })).toThrow(`The setting ${name} is not valid`)
    })
  }

  it('refuse an outside provider without a client', () => {
    expect(() => readConfig({ OIDC_ISSUER: 'https://provider.example' })).toThrow('OIDC_CLIENT_ID')
  })
})
