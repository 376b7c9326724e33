// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

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
  const key = Buffer.from(hkdfSync('sha256', secret, 'compagnon', purpose, 32))
  return { close: (name, plain) => close(key, name, plain), open: (name, sealed) => open(key, name, sealed) }
}

function close(key: Buffer, name: string, plain: Uint8Array): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`
}

function open(key: Buffer, name: string, sealed: string): Uint8Array {
  const [version, body] = sealed.split('.')
  if (version !== VERSION || !body) throw new Error(`The sealed value ${name} has an unknown form`)
  const bytes = Buffer.from(body, 'base64url')
  const iv = bytes.subarray(0, IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name))
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
