// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPrivateKey, randomBytes, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import * as vc from '@digitalbazaar/vc'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { credentialDigestOf, leafOf, toHex } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { addProof, canonicaliser, checkProof, keyAddress, toCredential, toMultikey } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { did, recordOf } from '#tests/domain/credential/records.ts'
import { rates } from './measure.ts'
import type { Table } from './measure.ts'

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** One Ed25519 key as each side wants it. */
async function issuerKey() {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, randomBytes(32)]), format: 'der', type: 'pkcs8' })
  const { x, d } = key.export({ format: 'jwk' }) as { x: string; d: string }
  const publicKey = new Uint8Array(Buffer.from(x, 'base64url'))
  const multikey = toMultikey(publicKey)
  const id = keyAddress(did, multikey)
  const pair = await Ed25519Multikey.fromJwk({ jwk: { kty: 'OKP', crv: 'Ed25519', x, d }, secretKey: true, id, controller: did })
  return { key, multikey, pair, verificationMethod: keyAddress(did, multikey) }
}

function peerLoader(pair: Ed25519Multikey.KeyPair, multikey: string) {
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id: pair.id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }
  const controller = { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did, assertionMethod: [method] }
  const documents: Record<string, unknown> = { ...contexts, [pair.id]: method, [did]: controller }
  return async (url: string) => {
    const document = documents[url]
    if (!document) throw new Error(`not at hand: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** Credentials a second on one core: ours beside @digitalbazaar/vc and beside the signature alone. */
export async function measureCredentials(): Promise<Table> {
  const { key, multikey, pair, verificationMethod } = await issuerKey()
  const documentLoader = peerLoader(pair, multikey)
  const sign = async (data: Uint8Array) => new Uint8Array(signBytes(null, data, key))
  const record = recordOf()
  const created = record.validFrom
  const { digest } = canonicaliser(contexts, { digest: (text) => createHash('sha256').update(text).digest('hex') })
  let made = 0
  const issue = async () => {
    const one = { ...record, id: `urn:uuid:0b6f1d1e-6a0e-4b55-9d0c-${String(made++).padStart(12, '0')}`, holder: { displayName: `Élève ${made}` } }
    const signed = await addProof(toCredential(one), { verificationMethod, created }, sign, contexts, digest)
    leafOf(toHex(randomBytes(32)) as Bytes32, credentialDigestOf(signed))
    return signed
  }
  const peerSuite = () => new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: created })
  const peerIssue = () => vc.issue({ credential: { ...toCredential(record) }, suite: peerSuite(), documentLoader })
  const signed = await issue()
  const peerVerify = async () => {
    // A status is a second question, which ours answers elsewhere: here both check the signature alone.
    const answer = await vc.verifyCredential({ credential: signed, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus: async () => ({ verified: true }) })
    if (!answer.verified) throw new Error('the peer refused a good credential', { cause: answer.error })
  }
  const verify = async () => {
    if (!(await checkProof(signed as JsonObject, multikey, contexts)).verified) throw new Error('refused a good credential')
  }
  const data = randomBytes(64)
  const signature = signBytes(null, data, key)
  const seen = await rates({
    issue, peerIssue, verify, peerVerify,
    rawSign: () => signBytes(null, data, key),
    rawVerify: () => verifyBytes(null, data, key, signature),
  })
  return {
    title: 'Credentials, one core (eddsa-rdfc-2022)',
    rows: [
      { name: 'issue: credential, proof, salted leaf', value: seen.issue, unit: '1/s', peer: `@digitalbazaar/vc ${seen.peerIssue.toFixed(0)}/s`, ratio: seen.issue / seen.peerIssue },
      { name: 'issue, beside the raw Ed25519 signature', value: seen.issue, unit: '1/s', peer: `node:crypto sign ${seen.rawSign.toFixed(0)}/s`, ratio: seen.issue / seen.rawSign },
      { name: 'verify: the proof', value: seen.verify, unit: '1/s', peer: `@digitalbazaar/vc ${seen.peerVerify.toFixed(0)}/s`, ratio: seen.verify / seen.peerVerify },
      { name: 'verify, beside the raw Ed25519 check', value: seen.verify, unit: '1/s', peer: `node:crypto verify ${seen.rawVerify.toFixed(0)}/s`, ratio: seen.verify / seen.rawVerify },
    ],
  }
}
