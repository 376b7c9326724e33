// SPDX-License-Identifier: EUPL-1.2
import type { DIDDocument } from 'did-resolver'
import type { Kysely } from 'kysely'
import { toMultikey } from '#domain/credential/index.ts'
import type { Contexts } from '#domain/credential/index.ts'
import type { Agent as IssuerAgent, IssuerStore } from '#service/use-cases/issuing/ports.ts'
import { agentOf, KMS } from './agent.ts'
import type { AgentTables } from './tables.ts'

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
    async adopt({ did, signingKid }) {
      const alias = did.slice('did:web:'.length)
      const identifier = { alias, provider: 'did:web', kms: KMS, options: { keyRef: signingKid } }
      // Veramo looks, then makes: two replicas may both find nothing, and the second is refused what it then finds.
      await agent.didManagerGetOrCreate(identifier).catch(() => agent.didManagerGet({ did }))
    },
    sign: ({ signingKid: kid, verificationMethod }, credential, created) =>
      agent.issueCredentialV2({ credential, kid, verificationMethod, created, contexts }),
  }
  return {
    agent,
    forIssuing,
    newLedgerKey: () => agent.keyManagerCreate({ kms: KMS, type: 'Secp256k1' }),
    importLedgerKey: (privateKeyHex: string) => agent.keyManagerImport({ kms: KMS, type: 'Secp256k1', privateKeyHex }),
    signTransaction: (kid: string, unsigned: string) =>
      agent.keyManagerSign({ keyRef: kid, algorithm: 'eth_signTransaction', data: unsigned, encoding: 'base16' }),
  }
}
