// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readMultikey } from '#domain/credential/data-integrity/index.ts'
import { checkProof, toMultikey } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { agentOf, KMS } from '#service/adapters/veramo/agent.ts'
import { issuerAgent } from '#service/adapters/veramo/index.ts'
import type { AgentTables } from '#service/adapters/veramo/tables.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const secret = randomBytes(32)

const pointOf = (compressed: Uint8Array) => {
  const point = p256.Point.fromBytes(compressed).toBytes(false)
  return { x: Buffer.from(point.slice(1, 33)).toString('base64url'), y: Buffer.from(point.slice(33)).toString('base64url') }
}

for (const { name, open } of eachDatabase) {
  describe(`the agent's keys and identifiers, kept in ${name}`, () => {
    let database: Awaited<ReturnType<typeof open>>
    const db = () => database.db.withTables<AgentTables>()
    const agentWith = (key: Uint8Array) => agentOf({ db: db(), secret: key, ownDocument: async () => null })

    beforeAll(async () => { database = await open() })
    afterAll(async () => database.close())

    it('signs with a key made before it was started again', async () => {
      const { kid } = await agentWith(secret).keyManagerCreate({ kms: KMS, type: 'Ed25519' })
      const sign = () => agentWith(secret).keyManagerSign({ keyRef: kid, data: 'hello' })
      expect(await sign()).toBe(await sign())
    })

    it('signs with a P-256 key asked for by its Multikey, also after a restart; its private half is sealed', async () => {
      const agent = () => issuerAgent({ db: db(), secret, issuers: { issuerNamed: async () => null }, contexts }).forIssuing
      const multikey = await agent().newFormsKey()
      const key = readMultikey(multikey)!
      const data = Buffer.from('hello')
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...pointOf(key.bytes) }, format: 'jwk' })
      const held = (signature: Uint8Array) => verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)
      expect(held(await agent().signForm(multikey, data))).toBe(true)
      expect(held(await agent().signForm(await agent().newFormsKey(), data))).toBe(false)
      await expect(agent().signForm(toMultikey(key.bytes.slice(1)), data)).rejects.toThrow('Not a P-256 Multikey')
      await expect(issuerAgent({ db: db(), secret: randomBytes(32), issuers: { issuerNamed: async () => null }, contexts }).forIssuing.signForm(multikey, data)).rejects.toThrow()
    })

    it('opens no private key with another secret', async () => {
      const { kid } = await agentWith(secret).keyManagerCreate({ kms: KMS, type: 'Secp256k1' })
      await expect(agentWith(randomBytes(32)).keyManagerSign({ keyRef: kid, data: 'hello' })).rejects.toThrow()
    })

    it('opens no private key moved under another name', async () => {
      const agent = agentWith(secret)
      const [one, other] = [await agent.keyManagerCreate({ kms: KMS, type: 'Ed25519' }), await agent.keyManagerCreate({ kms: KMS, type: 'Ed25519' })]
      const { sealed } = await db().selectFrom('agent_private_keys').select('sealed').where('alias', '=', one.kid).executeTakeFirstOrThrow()
      await db().updateTable('agent_private_keys').set({ sealed }).where('alias', '=', other.kid).execute()
      await expect(agent.keyManagerSign({ keyRef: other.kid, data: 'hello' })).rejects.toThrow()
    })

    it('keeps no private key in plain', async () => {
      const privateKeyHex = randomBytes(32).toString('hex')
      await agentWith(secret).keyManagerImport({ kms: KMS, type: 'Secp256k1', privateKeyHex })
      const rows = JSON.stringify([
        await db().selectFrom('agent_private_keys').selectAll().execute(), await db().selectFrom('agent_keys').selectAll().execute(),
      ])
      expect(rows).not.toContain(privateKeyHex)
      expect(rows).not.toContain(Buffer.from(privateKeyHex).toString('base64url'))
    })

    it('makes one did:web with its keys, and finds it by alias', async () => {
      const agent = agentWith(secret)
      const alias = 'localhost%3A3000:schools:lycee'
      const { kid } = await agent.keyManagerCreate({ kms: KMS, type: 'Ed25519' })
      const made = await agent.didManagerGetOrCreate({ alias, provider: 'did:web', options: { keyRef: kid } })
      const ledgerKey = await agent.keyManagerCreate({ kms: KMS, type: 'Secp256k1' })
      await agent.didManagerAddKey({ did: made.did, key: ledgerKey })
      const found = await agentWith(secret).didManagerGetOrCreate({ alias, provider: 'did:web' })
      expect(found).toMatchObject({ did: `did:web:${alias}`, controllerKeyId: kid, keys: [{ kid }, { kid: ledgerKey.kid }] })
    })

    it('issues a VC Data Model 2.0 credential whose proof holds, byte for byte the same each time', async () => {
      const agent = agentWith(secret)
      const { kid, publicKeyHex } = await agent.keyManagerCreate({ kms: KMS, type: 'Ed25519' })
      const did = 'did:web:school.example'
      const key = toMultikey(Buffer.from(publicKeyHex, 'hex'))
      const credential = {
        '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiableCredential'], issuer: did,
        credentialSubject: { id: 'urn:uuid:7f9c7d0e-6f0a-4f0a-8f0a-7f9c7d0e6f0a' },
      }
      const issue = () => agent.issueCredentialV2({
        credential, kid, verificationMethod: `${did}#${key}`, created: '2026-11-23T10:00:00Z', contexts,
      })
      const issued = await issue()
      expect(await checkProof(issued, key, contexts)).toEqual({ verified: true })
      expect(await issue()).toEqual(issued)
    })
  })
}
