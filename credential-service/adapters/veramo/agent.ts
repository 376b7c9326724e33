// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import { createAgent } from '@veramo/core'
import type { IDIDManager, IKeyManager, IResolver, TAgent } from '@veramo/core'
import { DIDManager } from '@veramo/did-manager'
import { WebDIDProvider } from '@veramo/did-provider-web'
import { DIDResolverPlugin } from '@veramo/did-resolver'
import { KeyManager } from '@veramo/key-manager'
import { KeyManagementSystem } from '@veramo/kms-local'
import type { DIDDocument } from 'did-resolver'
import { sealWith } from '../seal/seal.ts'
import { TableDidStore } from './did-store.ts'
import { CredentialIssuerV2 } from './issue-credential-v2.ts'
import type { IssueCredentialV2 } from './issue-credential-v2.ts'
import { SealedPrivateKeyStore, TableKeyStore } from './key-stores.ts'
import type { AgentTables } from './tables.ts'

export type Agent = TAgent<IKeyManager & IDIDManager & IResolver & IssueCredentialV2>

/** The name under which Veramo knows our one key management system. */
export const KMS = 'local'
/** What its private keys are sealed for. */
export const PRIVATE_KEYS = 'private keys'

type Needs = {
  db: Kysely<AgentTables>
  /** What private keys are sealed under. */
  secret: string | Uint8Array
  /** The DID document of one of our own issuers; null when it is not ours. Nothing is fetched from elsewhere. */
  ownDocument: (did: string) => Promise<DIDDocument | null>
}

/** The Veramo agent: keys and identifiers in our tables, VCDM 2.0 issuing as our own plugin. */
export function agentOf({ db, secret, ownDocument }: Needs): Agent {
  const privateKeys = new SealedPrivateKeyStore(db, sealWith(secret, PRIVATE_KEYS))
  return createAgent<IKeyManager & IDIDManager & IResolver & IssueCredentialV2>({
    plugins: [
      new KeyManager({ store: new TableKeyStore(db), kms: { [KMS]: new KeyManagementSystem(privateKeys) } }),
      new DIDManager({
        store: new TableDidStore(db),
        defaultProvider: 'did:web',
        providers: { 'did:web': new WebDIDProvider({ defaultKms: KMS }) },
      }),
      new DIDResolverPlugin({ web: async (did: string) => resolution(await ownDocument(did)) }),
      new CredentialIssuerV2(),
    ],
  })
}

const resolution = (document: DIDDocument | null) => ({
  didDocument: document,
  didDocumentMetadata: {},
  didResolutionMetadata: document ? { contentType: 'application/did+json' } : { error: 'notFound' },
})
