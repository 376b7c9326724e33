// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, randomBytes, sign, verify as verifyBytes } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { bulkVerifier, rememberingLedger } from '#domain/verification/bulk/index.ts'
import { bundleText, verify } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { verificationPlatform } from '#service/adapters/verification/index.ts'
import { academy } from '#tests/domain/credential/diploma/hands.ts'
import { did, keyOf } from '#tests/domain/credential/records.ts'
import { sessionOf, when } from '#tests/domain/verification/diplomas.ts'
import { at, ledgerSaying, worldOf } from '#tests/domain/verification/world.ts'
import { processorRates } from './processor.ts'
import type { Table } from './measure.ts'

const [COUNT, LEAVES, SOME] = [1_024, 131_072, 64]

/** What @digitalbazaar/vc needs to check the signature of one issuer's credentials, and nothing else. */
function peerLoader(did: string, id: string, publicKeyMultibase: string) {
  const method = { '@context': 'https://w3id.org/security/multikey/v1', id, type: 'Multikey', controller: did, publicKeyMultibase }
  const controller = { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'], id: did, assertionMethod: [method] }
  const documents: Record<string, unknown> = { ...contexts, [id]: method, [did]: controller }
  return async (url: string) => {
    const document = documents[url]
    if (!document) throw new Error(`not at hand: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

/** The peer's check of a signature alone: a status is a second question. */
async function checkByPeer(credential: object, documentLoader: ReturnType<typeof peerLoader>): Promise<void> {
  const { verified, error } = await vc.verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, checkStatus: async () => ({ verified: true }) })
  if (!verified) throw new Error('the peer refused a good credential', { cause: error })
}

/** Whole offline verdicts by the thousand (signature, receipt, issuer's history, status), beside one signature's check. */
export async function measureVerification(): Promise<Table> {
  const [session, platform, training] = [await sessionOf({ count: COUNT, leaves: LEAVES }), await verificationPlatform(), await worldOf()]
  const files = session.texts.map((text) => new TextEncoder().encode(text))
  const ports = { ledger: rememberingLedger(ledgerSaying(session.facts), Date.now), now: when.now }
  const [bulk, shapes] = [bulkVerifier(ports, platform), bulkVerifier({ ledger: rememberingLedger(ledgerSaying(training.facts), Date.now), now: at.now }, platform)]
  const trainingFile = new TextEncoder().encode(bundleText(training.bundle))
  const loaders = [peerLoader(session.bundles[0]!.issuer.did, academy.signing.verificationMethod, academy.multikey), peerLoader(did, keyOf(1).verificationMethod, keyOf(1).multikey)] as const
  const [{ privateKey, publicKey }, data] = [generateKeyPairSync('ed25519'), randomBytes(64)]
  const signature = sign(null, data, privateKey)
  let n = 0
  const next = () => n++ % COUNT
  const good = ({ outcome }: { outcome: string }) => { if (outcome !== 'valid') throw new Error(`a good one was told to be ${outcome}`) }
  const seen = await processorRates({
    bulk: { many: SOME, work: async () => { for (let i = 0; i < SOME; i++) good((await bulk.verify(files[next()]!)).verdict) } },
    shapes: { many: SOME, work: async () => { for (let i = 0; i < SOME; i++) good((await shapes.verify(trainingFile)).verdict) } },
    alone: async () => good((await verify(files[next()]!, ports)).verdict),
    peer: () => checkByPeer(session.bundles[next()]!.credential, loaders[0]),
    peerTraining: () => checkByPeer(training.bundle.credential, loaders[1]),
    raw: () => verifyBytes(null, data, publicKey, signature),
  })
  // Each form is met once the ordinary way; the first file of all makes the shared parts known.
  if (bulk.counts().ordinary > 16) throw new Error(`${bulk.counts().ordinary} diplomas went the ordinary way`)
  const row = (name: string, value: number, peer: string, rate: number) => ({ name, value, unit: '1/s of processor', peer: `${peer} ${rate.toFixed(0)}/s`, ratio: value / rate })
  return { title: 'Whole verdicts in bulk, one core (signature, receipt, issuer’s history, status; processor time)', rows: [
    row('a diploma’s file, among many', seen.bulk, '@digitalbazaar/vc, the signature alone', seen.peer),
    row('a diploma’s file, beside the raw Ed25519 check', seen.bulk, 'node:crypto verify', seen.raw),
    row('a training credential’s file, among many', seen.shapes, '@digitalbazaar/vc, the signature alone', seen.peerTraining),
    row('a diploma’s file, alone', seen.alone, '@digitalbazaar/vc, the signature alone', seen.peer),
  ] }
}
