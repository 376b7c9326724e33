// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkSecret, migrate, readMigrations } from '#service/adapters/database/index.ts'
import { keptSecret, secretsFrom } from '#service/secrets.ts'
import { openTestDatabase } from '#tests/support/memory.ts'

const [one, other] = [secretsFrom('11'.repeat(32)), secretsFrom('22'.repeat(32))]

describe('sealing', () => {
  it('opens what it sealed, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) =>
      one.unseal('issuer-keys', one.seal('issuer-keys', text)) === text))
  })

  it('opens nothing sealed under another secret or for another purpose, nor anything altered', () => {
    const sealed = one.seal('issuer-keys', 'a private key')
    expect(() => other.unseal('issuer-keys', sealed)).toThrow()
    expect(() => one.unseal('provider-keys', sealed)).toThrow()
    for (let at = 0; at < sealed.length - 1; at += 7) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(() => one.unseal('issuer-keys', altered), String(at)).toThrow()
    }
  })

  it('never seals the same text the same way twice', () => {
    expect(one.seal('issuer-keys', 'x')).not.toBe(one.seal('issuer-keys', 'x'))
  })
})

describe('the secret in the data folder', () => {
  let folder: string
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'compagnon-secret-')) })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is made once, for this account alone', async () => {
    const secret = await keptSecret(folder)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(await keptSecret(folder)).toBe(secret)
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600)
  })

  it('is not replaced when it is unreadable, or gone while a database is there', async () => {
    await writeFile(join(folder, 'secret.key'), 'spoilt')
    await expect(keptSecret(folder)).rejects.toThrow('damaged')
    await rm(join(folder, 'secret.key'))
    await mkdir(join(folder, 'database'))
    await expect(keptSecret(folder)).rejects.toThrow('damaged')
  })

  it('must be the one that the database was begun with', async () => {
    const database = await openTestDatabase()
    await migrate(database, await readMigrations())
    await checkSecret(database, one)
    await checkSecret(database, one)
    await expect(checkSecret(database, other)).rejects.toThrow('is not the secret of this database')
    await database.close()
  })
})
