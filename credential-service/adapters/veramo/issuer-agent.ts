// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { DIDDocument } from 'did-resolver'
import type { Kysely } from 'kysely'
import { readMultikey, writeMultikey } from '#domain/credential/data-integrity/index.ts'
import { toMultikey } from '#domain/credential/index.ts'
import type { Contexts } from '#domain/credential/index.ts'
import type { Agent as IssuerAgent, IssuerStore } from '#service/use-cases/issuing/ports.ts'
import { sealWith } from '../seal/seal.ts'
import { agentOf, KMS, PRIVATE_KEYS } from './agent.ts'
import { SealedPrivateKeyStore } from './key-stores.ts'
import type { AgentTables } from './tables.ts'

/** What stands before the 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410 §7). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

type Needs = {
  db: Kysely<AgentTables>
  /** What private keys are sealed under. */
  secret: string | Uint8Array
  issuers: Pick<IssuerStore, 'issuerNamed'>
  contexts: Contexts
}

/** The Veramo agent as issuing needs it, and as the ledger needs it to hold and use its accounts' keys. */
export function issuerAgent({ db, secret, issuers, contexts }: Needs) {
  const ownDocument = async (did: string) => ((await issuers.issuerNamed(did))?.document ?? null) as DIDDocument | null
  const agent = agentOf({ db, secret, ownDocument })
  const forIssuing: IssuerAgent = {
    async newSigningKey() {
      const { kid, publicKeyHex } = await agent.keyManagerCreate({ kms: KMS, type: 'Ed25519' })
      return { kid, multikey: toMultikey(Buffer.from(publicKeyHex, 'hex')) }
    },
    async newFormsKey() {
      const { publicKeyHex } = await agent.keyManagerCreate({ kms: KMS, type: 'Secp256r1' })
      return writeMultikey({ kind: 'P-256', bytes: Buffer.from(publicKeyHex, 'hex') })
    },
    async adopt({ did, signingKid }) {
      const alias = did.slice('did:web:'.length)
      const identifier = { alias, provider: 'did:web', kms: KMS, options: { keyRef: signingKid } }
      // Veramo looks, then makes: two replicas may both find nothing, and the second is refused what it then finds.
      await agent.didManagerGetOrCreate(identifier).catch(() => agent.didManagerGet({ did }))
    },
    sign: ({ signingKid: kid, verificationMethod }, credential, created) =>
      agent.issueCredentialV2({ credential, kid, verificationMethod, created, contexts }),
    async signBytes({ signingKid }, bytes) {
      const data = Buffer.from(bytes).toString('hex')
      return Buffer.from(await agent.keyManagerSign({ keyRef: signingKid, algorithm: 'EdDSA', data, encoding: 'hex' }), 'base64url')
    },
    async signForm(multikey, bytes) {
      const key = readMultikey(multikey)
      if (key?.kind !== 'P-256') throw new TypeError('Not a P-256 Multikey')
      // Veramo's own name for a P-256 key is its compressed public half, in hexadecimal: the one a Multikey holds.
      const keyRef = Buffer.from(key.bytes).toString('hex')
      const data = Buffer.from(bytes).toString('hex')
      return Buffer.from(await agent.keyManagerSign({ keyRef, algorithm: 'ES256', data, encoding: 'hex' }), 'base64url')
    },
  }
  return {
    agent,
    forIssuing,
    /** The private half of an Ed25519 key of the agent's, for whoever signs by the thousand; it is never exported. */
    signingKey: async (kid: string): Promise<KeyObject> => {
      const { privateKeyHex } = await new SealedPrivateKeyStore(db, sealWith(secret, PRIVATE_KEYS)).getKey({ alias: kid })
      const der = Buffer.concat([PKCS8_ED25519, Buffer.from(privateKeyHex.slice(0, 64), 'hex')])
      return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    },
    newLedgerKey: () => agent.keyManagerCreate({ kms: KMS, type: 'Secp256k1' }),
    importLedgerKey: (privateKeyHex: string) => agent.keyManagerImport({ kms: KMS, type: 'Secp256k1', privateKeyHex }),
    signTransaction: (kid: string, unsigned: string) =>
      agent.keyManagerSign({ keyRef: kid, algorithm: 'eth_signTransaction', data: unsigned, encoding: 'base16' }),
  }
}
