// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, hash, sign } from 'node:crypto'
import { keccak_256 } from '@noble/hashes/sha3.js'
import { addProof } from '#domain/credential/index.ts'
import { diplomaPress, toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import type { DiplomaRecord, FastHashes } from '#domain/credential/diploma/issuing.ts'
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

export const hashes: FastHashes = {
  sha256: (bytes, into, at) => into.set(hash('sha256', Buffer.from(bytes, 'latin1'), 'buffer'), at),
  keccak: (bytes) => keccak_256(bytes),
}

export const newPress = () => diplomaPress({ signing: academy.signing, contexts, hashes, sign: (data) => sign(null, data, privateKey) })

/** The same diploma, signed the ordinary way. */
export const ordinarily = (record: DiplomaRecord) => addProof(toDiplomaCredential(record), academy.signing, key.sign, contexts)
