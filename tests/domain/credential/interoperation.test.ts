// SPDX-License-Identifier: EUPL-1.2
// Outside judges: what we sign, others accept; what others sign, we accept; a change, nobody accepts.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addProof, addressOfForm, bitstringOf, checkProof, packBitstring, toCredential, toDidDocument, toStatusListCredential } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { did, keyOf, recordOf } from './records.ts'

const key = keyOf(1)
const created = '2026-11-23T18:00:01Z'
const account = '0x00000000000000000000000000000000000000a3'
const didDocument = toDidDocument({ did, publicKeys: [key.multikey], chainId: 31337, account })
const sign = (credential: JsonObject, verificationMethod = key.verificationMethod) => addProof(credential, { verificationMethod, created }, key.sign, contexts)
const ours = await sign(toCredential(recordOf()))

describe('@digitalbazaar/vc', () => {
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id: key.verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase: key.multikey }
  const documents: Record<string, unknown> = { ...contexts, [key.verificationMethod]: method, [did]: { ...didDocument, '@context': didDocument['@context'] } }
  const documentLoader = async (url: string) => {
    if (!documents[url]) throw new Error(`not at hand: ${url}`)
    return { contextUrl: null, documentUrl: url, document: documents[url] }
  }
  const judge = (credential: JsonObject) => vc.verifyCredential({
    credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus: async () => ({ verified: true }),
  })

  it('accepts what we sign', async () => {
    expect((await judge(ours)).verified).toBe(true)
  })

  it('refuses it once changed', async () => {
    expect((await judge({ ...ours, name: 'Bac Pro' })).verified).toBe(false)
  })

  it('signs what we accept, with the very same proof', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url'), d: Buffer.from(key.secretKey).toString('base64url') }
    const pair = await Ed25519Multikey.fromJwk({ jwk, secretKey: true, id: key.verificationMethod, controller: did })
    const suite = new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: created })
    const theirs = await vc.issue({ credential: toCredential(recordOf()), suite, documentLoader })
    expect(await checkProof(theirs, key.multikey, contexts)).toEqual({ verified: true })
    expect(theirs).toEqual(ours)
  })
})

type Step = { id: string; valid?: boolean; error?: unknown }
const judged = async (credential: JsonObject) => {
  const answer = await verifyCredential({ credential: credential as never, knownDIDRegistries: [] }) as { log?: Step[]; errors?: unknown[] }
  return Object.fromEntries((answer.log ?? []).map(({ id, valid }) => [id, valid]))
}

describe('@digitalcredentials/verifier-core, without a network', () => {
  afterEach(() => vi.unstubAllGlobals())

  const listOf = async (set: number[], purpose: 'revocation' | 'suspension') => sign(toStatusListCredential({
    address: addressOfForm(recordOf().status.list, purpose), issuer: did, validFrom: '2026-11-01T00:00:00Z', purpose,
    encodedList: await packBitstring(bitstringOf(set)),
  }))

  // The school's own three published documents, and nothing else of the world.
  async function onlyTheSchool(revoked: number[] = []) {
    const published: Record<string, unknown> = {
      'https://localhost:3000/schools/lycee-des-metiers/did.json': didDocument,
      [recordOf().status.list]: await listOf(revoked, 'revocation'),
      [addressOfForm(recordOf().status.list, 'suspension')]: await listOf([], 'suspension'),
    }
    vi.stubGlobal('fetch', async (request: Request | string | URL) => {
      const address = request instanceof Request ? request.url : String(request)
      const answer = published[address]
      return answer ? Response.json(answer) : new Response('', { status: 404 })
    })
  }

  it('accepts the signature of our Open Badges credential, by the school’s did:web', async () => {
    await onlyTheSchool()
    expect(await judged(ours)).toMatchObject({ valid_signature: true, expiration: true, revocation_status: true })
  })

  it('sees that it was revoked', async () => {
    await onlyTheSchool([recordOf().status.index])
    expect(await judged(ours)).toMatchObject({ valid_signature: true, revocation_status: false })
  })

  it('refuses it once changed', async () => {
    await onlyTheSchool()
    expect((await judged({ ...ours, name: 'Bac Pro' })).valid_signature).not.toBe(true)
  })
})
