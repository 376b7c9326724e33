// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomFillSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** Encrypts small secrets at rest; `name` is authenticated, so a sealed value moved to another row does not open. */
export type Seal = {
  close(name: string, plain: Uint8Array): string
  /** Throws when the value was sealed under another secret or name, or was altered. */
  open(name: string, sealed: string): Uint8Array
}

const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/**
 * A seal by AES-256-GCM (NIST SP 800-38D), its key derived by HKDF-SHA-256 (RFC 5869) from the service's secret and
 * the purpose, so that two purposes never share a key.
 */
export function sealWith(secret: string | Uint8Array, purpose: string): Seal {
  // Made ready once: from its bytes alone, each of a million values would take three times as long to seal.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'compagnon', purpose, 32)))
  return { close: (name, plain) => close(key, name, plain), open: (name, sealed) => open(key, name, sealed) }
}

function close(key: KeyObject, name: string, plain: Uint8Array): string {
  const sealed = Buffer.allocUnsafe(IV_BYTES + TAG_BYTES + plain.length)
  const iv = randomFillSync(sealed.subarray(0, IV_BYTES))
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  // In counter mode the last block gives nothing more: all of the text is here.
  sealed.set(cipher.update(plain), IV_BYTES + TAG_BYTES)
  cipher.final()
  sealed.set(cipher.getAuthTag(), IV_BYTES)
  return `${VERSION}.${sealed.toString('base64url')}`
}

function open(key: KeyObject, name: string, sealed: string): Uint8Array {
  const [version, body] = sealed.split('.')
  if (version !== VERSION || !body) throw new Error(`The sealed value ${name} has an unknown form`)
  const bytes = Buffer.from(body, 'base64url')
  const iv = bytes.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
