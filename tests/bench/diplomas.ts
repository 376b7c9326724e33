// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, randomBytes, randomUUID, sign as signBytes } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { SignJWT } from 'jose'
import { MerkleTree } from 'merkletreejs'
import { pathIn, rootOfTree, sortLeaves, toFlatTree } from '#domain/anchoring/tree.ts'
import { keyAddress, toMultikey } from '#domain/credential/index.ts'
import { diplomaPress, toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import type { DiplomaRecord } from '#domain/credential/diploma/issuing.ts'
import { contexts } from '#resources/contexts/index.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { diplomaOf } from '#tests/domain/credential/diploma/records.ts'
import { lineOf } from '#tests/service/diplomas/lines.ts'
import { processorRates, processorMs } from './processor.ts'
import type { Table } from './measure.ts'

const { did } = diplomaOf().issuer
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const COUNT = 4_096
/** Pressed at once in the bench; a part of a session has 2 048. */
const SOME = 256
const [TREE, TREE_DEPTH] = [2 ** 20, 20]

/** Diplomas of one session, of the forms and with the names that sessions have. */
const records: DiplomaRecord[] = Array.from({ length: COUNT }, (_, n) => {
  const { result: { diploma, speciality, mention, school, ...holder } } = lineOf(n)
  return diplomaOf({ id: `urn:uuid:${randomUUID()}`, holder, school, status: { ...diplomaOf().status, index: n },
    diploma: { ...diplomaOf().diploma, code: diploma, address: `http://localhost:3000/diplomas/${diploma}`, speciality, mention } })
})

/** Whole diplomas a second of processor: text, digest, salted leaf; beside the signature alone and beside others. */
export async function measurePress(): Promise<Table['rows']> {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, randomBytes(32)]), format: 'der', type: 'pkcs8' })
  const { x, d } = key.export({ format: 'jwk' }) as { x: string; d: string }
  const multikey = toMultikey(new Uint8Array(Buffer.from(x, 'base64url')))
  const id = keyAddress(did, multikey)
  const pair = await Ed25519Multikey.fromJwk({ jwk: { kty: 'OKP', crv: 'Ed25519', x, d }, secretKey: true, id, controller: did })
  const created = diplomaOf().validFrom
  const press = diplomaPress({ signing: { verificationMethod: id, created }, contexts, hashes: await fastHashes(), sign: (data) => signBytes(null, data, key) })
  await press.prepare(records)
  const documentLoader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: contexts[url] })
  const [data, salts] = [randomBytes(64), randomBytes(32 * SOME)]
  const parts = Array.from({ length: COUNT / SOME }, (_, i) => records.slice(i * SOME, (i + 1) * SOME))
  let n = 0
  const next = () => records[n++ % COUNT]!
  const seen = await processorRates({
    press: { many: SOME, work: () => { if (press.pressAll(parts[n++ % parts.length]!, salts).filled.includes(null)) throw new Error('a plain diploma went the ordinary way') } },
    rawSign: () => signBytes(null, data, key),
    jose: () => new SignJWT({ name: next().holder.familyName }).setProtectedHeader({ alg: 'EdDSA' }).setIssuer(did).setSubject(next().id).sign(key),
    peer: () => vc.issue({ credential: toDiplomaCredential(next()), suite: new DataIntegrityProof({ signer: pair.signer(), cryptosuite, date: created }), documentLoader }),
  })
  const beside = (name: string, rate: number) => `${name} ${rate.toFixed(0)}/s`
  return [
    { name: 'diploma: text, digest, salted leaf, beside the raw Ed25519 signature', value: seen.press, unit: '1/s of processor', peer: beside('node:crypto sign', seen.rawSign), ratio: seen.press / seen.rawSign },
    { name: 'diploma, beside @digitalbazaar/vc', value: seen.press, unit: '1/s of processor', peer: beside('@digitalbazaar/vc', seen.peer), ratio: seen.press / seen.peer },
    { name: 'diploma, beside a plain JWT (EdDSA)', value: seen.press, unit: '1/s of processor', peer: beside('jose', seen.jose), ratio: seen.press / seen.jose },
  ]
}

/** A tree of 2^20 leaves, sorting included; then a path for each leaf. merkletreejs looks for a leaf from the first on. */
async function measureTree(): Promise<Table['rows']> {
  const { hashLevel } = await fastHashes()
  const row = randomBytes(32 * TREE)
  const leaves = Array.from({ length: TREE }, (_, i) => row.subarray(32 * i, 32 * i + 32))
  let tree = toFlatTree(new Uint8Array(32), hashLevel)
  const ours = await processorMs(() => { tree = toFlatTree(sortLeaves(row), hashLevel) })
  const paths = await processorMs(() => { for (let i = 0; i < TREE; i++) if (pathIn(tree, i).length !== TREE_DEPTH) throw new Error('a path cut short') })
  let theirs: MerkleTree | undefined
  const built = await processorMs(() => { theirs = new MerkleTree(leaves, (data: Uint8Array) => Buffer.from(keccak_256(data)), { sort: true }) })
  if (!theirs!.getRoot().equals(rootOfTree(tree))) throw new Error('The two trees have not the same root')
  const SOME = 20
  const some = await processorMs(() => { for (let i = 0; i < SOME; i++) theirs!.getProof(leaves[i * 1000]!) })
  return [
    { name: 'tree of 2^20 leaves, no path', value: ours, unit: 'ms of processor', peer: `merkletreejs ${built.toFixed(0)} ms`, ratio: built / ours },
    { name: 'tree of 2^20 leaves and 1 000 paths', value: ours + paths / 1024, unit: 'ms of processor', peer: `merkletreejs ${(built + some * 1000 / SOME).toFixed(0)} ms (from ${SOME} paths)`, ratio: (built + some * 1000 / SOME) / (ours + paths / 1024) },
    { name: 'every path of it', value: paths, unit: 'ms of processor' },
  ]
}

/** Diplomas by the thousand on one core: the press and the tree, in processor time, so that a busy machine does not count. */
export async function measureDiplomas(): Promise<Table> {
  return { title: 'Diplomas, one core (eddsa-rdfc-2022; processor time)', rows: [...await measurePress(), ...await measureTree()] }
}
