// SPDX-License-Identifier: EUPL-1.2
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { statementOf } from '#app/pages/verify/statement.ts'
import { addressOfForm, bitstringOf, addProof, checkProof, kindOf, kinds, packBitstring, toDidDocument, toStatusListCredential } from '#domain/credential/index.ts'
import { toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import { canonicalQuads } from '#domain/credential/quads.ts'
import type { Bundle } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { academy, ordinarily } from './hands.ts'
import { diplomaOf } from './records.ts'

const record = diplomaOf()
const signed = await ordinarily(record)
const { did } = record.issuer
const didDocument = toDidDocument({ did, publicKeys: [academy.multikey], chainId: 31337, account: '0x00000000000000000000000000000000000000a3' })

describe('the credential of a diploma', () => {
  it('is anchored as a diploma', () => {
    expect(kindOf(toDiplomaCredential(record))).toBe(kinds.diploma)
  })

  it('gives each of its nodes an id, so that no canonical label depends on a value', async () => {
    expect(await canonicalQuads(toDiplomaCredential(record), contexts)).not.toContain('_:')
  })

  it('shows who, what, when and from whom, as the order of 23 May 2018 lists them', () => {
    expect(statementOf({ credential: signed } as unknown as Bundle)).toMatchObject({
      title: 'Baccalauréat professionnel', holder: 'Zoé, Marie LEFÈVRE', school: 'Académie de Versailles', from: '2026-07-06T10:00:00Z',
      diploma: {
        birth: '2008-02-29', birthPlace: 'Saint-Denis (974)', mention: 'Bien', session: '2026-07', code: '40025524',
        speciality: 'Métiers de l’électricité et de ses environnements connectés', schooledAt: 'Lycée des métiers Jean-Perrin (0780004X)',
      },
    })
  })

  it('says nothing of a mention or a speciality that there is not', () => {
    const plain = toDiplomaCredential(diplomaOf({ diploma: { ...record.diploma, mention: 'none', speciality: '' } }))
    expect(statementOf({ credential: plain } as unknown as Bundle).diploma).toMatchObject({ mention: null, speciality: null })
  })

  it('is checked by our own proof check, and refused once a name is changed', async () => {
    expect(await checkProof(signed, academy.multikey, contexts)).toEqual({ verified: true })
    const other = { ...signed, credentialSubject: { ...(signed.credentialSubject as object), familyName: 'AUTRE' } }
    expect(await checkProof(other, academy.multikey, contexts)).toEqual({ verified: false, reason: 'signature-altered' })
  })
})

describe('outside judges of a diploma', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('@digitalbazaar/vc accepts it, and refuses it once changed', async () => {
    const { verificationMethod } = academy.signing
    const method = { '@context': 'https://w3id.org/security/multikey/v1', id: verificationMethod, type: 'Multikey', controller: did, publicKeyMultibase: academy.multikey }
    const documents: Record<string, unknown> = { ...contexts, [verificationMethod]: method, [did]: didDocument }
    const documentLoader = async (url: string) => {
      if (!documents[url]) throw new Error(`not at hand: ${url}`)
      return { contextUrl: null, documentUrl: url, document: documents[url] }
    }
    const judge = (credential: object) => vc.verifyCredential({
      credential: credential as never, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus: async () => ({ verified: true }),
    })
    expect((await judge(signed)).verified).toBe(true)
    expect((await judge({ ...signed, name: 'Doctorat' })).verified).toBe(false)
  })

  it('@digitalcredentials/verifier-core accepts it by the academy’s did:web, without a network', async () => {
    const published: Record<string, unknown> = { 'https://localhost:3000/academies/versailles/did.json': didDocument }
    for (const purpose of ['revocation', 'suspension'] as const) {
      const address = addressOfForm(record.status.list, purpose)
      const list = toStatusListCredential({ address, issuer: did, validFrom: '2026-07-01T00:00:00Z', encodedList: await packBitstring(bitstringOf([])), purpose })
      published[address] = await addProof(list, academy.signing, academy.sign, contexts)
    }
    vi.stubGlobal('fetch', async (request: Request | string | URL) => {
      const answer = published[request instanceof Request ? request.url : String(request)]
      return answer ? Response.json(answer) : new Response('', { status: 404 })
    })
    const judged = async (credential: object) => {
      const { log = [] } = await verifyCredential({ credential: credential as never, knownDIDRegistries: [] }) as { log?: { id: string; valid?: boolean }[] }
      return Object.fromEntries(log.map(({ id, valid }) => [id, valid]))
    }
    expect(await judged(signed)).toMatchObject({ valid_signature: true, revocation_status: true })
    expect((await judged({ ...signed, name: 'Doctorat' })).valid_signature).not.toBe(true)
  })
})
