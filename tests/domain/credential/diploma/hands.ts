// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, hash, sign } from 'node:crypto'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { addProof, canonicalQuads } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { diplomaPress, toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import type { DiplomaRecord, FastHashes } from '#domain/credential/diploma/issuing.ts'
import { fillTemplate } from '#domain/credential/template.ts'
import { contexts } from '#resources/contexts/index.ts'
import { keyOf } from '../records.ts'
import { diplomaOf } from './records.ts'

const key = keyOf(7)
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, key.secretKey]), format: 'der', type: 'pkcs8' })

/** The academy's key, and when it signs. */
export const academy = {
  ...key,
  signing: { verificationMethod: `${diplomaOf().issuer.did}#${key.multikey}`, created: '2026-07-06T10:00:01Z' },
}

const sha256 = (bytes: string) => hash('sha256', Buffer.from(bytes, 'latin1'), 'buffer')

/** Without anything of our own: what the quick ones are compared with. */
export const hashes: FastHashes = {
  sha256: (bytes, into, at) => into.set(sha256(bytes), at),
  sha256Filled: (template, texts, into, at) => into.set(sha256(fillTemplate(template, texts)), at),
  leaves: (salts, digests, leaves) => {
    for (let at = 0; at < salts.length; at += 32) {
      leaves.set(keccak_256(keccak_256(concatBytes(salts.subarray(at, at + 32), digests.subarray(at, at + 32)))), at)
    }
  },
}

export const newPress = (by = hashes) => diplomaPress({ signing: academy.signing, contexts, hashes: by, sign: (data) => sign(null, data, privateKey) })

/** The same diploma, signed the ordinary way. */
export const ordinarily = (record: DiplomaRecord) => addProof(toDiplomaCredential(record), academy.signing, key.sign, contexts)

const digests = new Map<string, Promise<string>>()
const ordinaryDigest = async (document: JsonObject) => hash('sha256', await canonicalQuads(document, contexts), 'hex')

/** The same for very many: the proof's options, which are the same document each time, are canonicalised once. */
export const ordinarilyOften = (record: DiplomaRecord) => addProof(toDiplomaCredential(record), academy.signing, key.sign, contexts, (document) => {
  if (document.credentialSubject !== undefined) return ordinaryDigest(document)
  const name = JSON.stringify(document)
  const known = digests.get(name) ?? ordinaryDigest(document)
  digests.set(name, known)
  return known
})
