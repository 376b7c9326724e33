// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { IAgentContext, IAgentPlugin, IKeyManager, IPluginMethodMap } from '@veramo/core'
import { canonicaliser } from '#domain/credential/canonicaliser.ts'
import type { Canonicaliser } from '#domain/credential/canonicaliser.ts'
import type { Contexts } from '#domain/credential/contexts.ts'
import type { JsonObject } from '#domain/credential/json.ts'
import { addProof } from '#domain/credential/proof.ts'

export type IssueCredentialV2Args = {
  /** A VC Data Model 2.0 credential without proof. It is not changed. */
  credential: JsonObject
  /** The kid of an Ed25519 key this agent manages. */
  kid: string
  /** The address of that key in the issuer's DID document. */
  verificationMethod: string
  /** When it is signed: RFC 3339, UTC. */
  created: string
  contexts: Contexts
}

export interface IssueCredentialV2 extends IPluginMethodMap {
  /** The credential with its eddsa-rdfc-2022 proof. The same arguments give the same bytes (RFC 8032). */
  issueCredentialV2(args: IssueCredentialV2Args, context: IAgentContext<IKeyManager>): Promise<JsonObject>
}

/** Veramo 7 issues VC Data Model 1.1 only; this plugin issues 2.0, signing with the agent's own key manager. */
export class CredentialIssuerV2 implements IAgentPlugin {
  // Shapes met are remembered as long as the contexts they were met with.
  readonly #canonicalisers = new WeakMap<Contexts, Canonicaliser>()

  #canonicaliserFor(contexts: Contexts): Canonicaliser {
    const known = this.#canonicalisers.get(contexts) ?? canonicaliser(contexts, { digest: sha256 })
    this.#canonicalisers.set(contexts, known)
    return known
  }

  readonly methods: IssueCredentialV2 = {
    issueCredentialV2: async ({ credential, kid, verificationMethod, created, contexts }, context) => {
      const sign = async (data: Uint8Array) => {
        const hex = Buffer.from(data).toString('hex')
        const signature = await context.agent.keyManagerSign({ keyRef: kid, algorithm: 'EdDSA', data: hex, encoding: 'hex' })
        return Buffer.from(signature, 'base64url')
      }
      return addProof(credential, { verificationMethod, created }, sign, contexts, this.#canonicaliserFor(contexts).digest)
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
