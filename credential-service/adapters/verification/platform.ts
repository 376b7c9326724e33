// SPDX-License-Identifier: EUPL-1.2
import { isUtf8 } from 'node:buffer'
import { createHash, createPublicKey, hash, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isStrictKey } from '#domain/credential/index.ts'
import type { Platform } from '#domain/verification/bulk/index.ts'
import { fastHashes } from '../hashing/index.ts'

/** SubjectPublicKeyInfo of an Ed25519 key, up to the key (RFC 8410 §4). */
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')
const MOST_KEYS = 4096

/** Hashes and signatures by node:crypto and by WebAssembly, for whoever verifies many files. */
export async function verificationPlatform(): Promise<Platform> {
  return { ...await fastHashes(), sha256Of, byteText, textOf, isSurelySigned: newSignatures() }
}

function sha256Of(rows: Uint8Array[]): Uint8Array {
  if (rows.length === 1) return hash('sha256', rows[0]!, 'buffer')
  const digest = createHash('sha256')
  for (const row of rows) digest.update(row)
  return digest.digest()
}

const byteText = (file: Uint8Array) => (isUtf8(file) ? bufferOver(file).toString('latin1') : null)
const textOf = (bytes: Uint8Array) => bufferOver(bytes).toString('utf8')
const bufferOver = (file: Uint8Array) => Buffer.from(file.buffer, file.byteOffset, file.byteLength)

/**
 * OpenSSL takes no signature that the strict check refuses, as long as the key is one that it takes: it wants the equation
 * to hold as it stands, R written in the one way and S below the order (RFC 8032 §5.1.7). A few that it refuses may be right.
 */
function newSignatures(): Platform['isSurelySigned'] {
  const keys = new Map<string, KeyObject | null>()
  const keyOf = (publicKey: Uint8Array) => {
    const name = bufferOver(publicKey).toString('latin1')
    const known = keys.get(name)
    if (known !== undefined) return known
    if (keys.size >= MOST_KEYS) keys.clear()
    const key = isStrictKey(publicKey) ? createPublicKey({ key: Buffer.concat([SPKI_ED25519, publicKey]), format: 'der', type: 'spki' }) : null
    keys.set(name, key)
    return key
  }
  return (signature, data, publicKey) => {
    const key = keyOf(publicKey)
    return key !== null && verify(null, data, key, signature)
  }
}
