// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from './words.ts'

/** What the one secret is used for; each purpose has a key of its own, so that none opens what another sealed. */
export type Purpose =
  | 'issuer-keys' | 'learner-records' | 'provider-keys' | 'provider-cookies' | 'ledger-account' | 'jury-results' | 'vc-api-sandbox'
  | 'diploma-claims'

/** Keys made from the one secret (SECRET_KEY, or DATA_DIR/secret.key). */
export type Secrets = {
  /** 32 bytes for one purpose (HKDF-SHA-256, RFC 5869). */
  keyFor: (purpose: Purpose) => Uint8Array
  /** AES-256-GCM (NIST SP 800-38D) under the purpose's key: base64url of nonce (12), tag (16), ciphertext. */
  seal: (purpose: Purpose, plain: string) => string
  /** @throws when the text was sealed under another secret or purpose, or was altered */
  unseal: (purpose: Purpose, sealed: string) => string
}

/** Keys from a secret of 64 hexadecimal digits. */
export function secretsFrom(hex: string): Secrets {
  const secret = Buffer.from(hex, 'hex')
  const keyFor = (purpose: Purpose) => new Uint8Array(hkdfSync('sha256', secret, 'compagnon', purpose, 32))
  return {
    keyFor,
    seal(purpose, plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    unseal(purpose, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * The secret kept in the data folder (mode 0600), made on the first start.
 * @throws StartError when a database is there already: what it holds sealed could not be opened under another secret
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret.key')
  const kept = await readFile(file, 'utf8').catch(absent)
  if (kept === undefined) {
    if (existsSync(join(dataDir, 'database'))) throw damaged(file)
    return make(file)
  }
  if (!/^[0-9a-f]{64}\n?$/.test(kept)) throw damaged(file)
  return kept.trim()
}

async function make(file: string): Promise<string> {
  const secret = randomBytes(32).toString('hex')
  await mkdir(join(file, '..'), { recursive: true })
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(`${secret}\n`)
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
  return secret
}

function absent(cause: NodeJS.ErrnoException): undefined {
  if (cause.code !== 'ENOENT') throw cause
}

const damaged = (file: string) => new StartError({
  fr: `Le dossier de données est endommagé : ${file} n'est pas là ou ne contient pas une clé. Rien n'a été effacé : remettez-la depuis une sauvegarde.`,
  en: `The data folder is damaged: ${file} is missing or holds no key. Nothing was erased: put it back from a backup.`,
})
