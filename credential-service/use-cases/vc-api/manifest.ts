// SPDX-License-Identifier: EUPL-1.2
import { suites } from '#domain/credential/data-integrity/index.ts'
import type { VcApiNeeds } from './ports.ts'
import { issuerNamed, sandboxIssuers } from './sandbox-issuers.ts'
import type { SandboxIssuerName } from './sandbox-issuers.ts'

/** An endpoint as the W3C suites' manifests list it. */
export type Endpoint = { id: string; endpoint: string; method: 'POST'; tags: string[]; supports?: object; supportedEcdsaKeyTypes?: string[]; options?: object }

const VERSIONS = ['1.1', '2.0']

/**
 * What an operator pastes into a suite's list of implementations (w3c/vc-test-suite-implementations).
 * Refuses ERR_SANDBOX_CLOSED.
 */
export const readManifest = (needs: Pick<VcApiNeeds, 'sandbox' | 'origin'>) => async () => {
  const at = (path: string) => `${needs.origin}/vc-api/${path}`
  const names = Object.keys(sandboxIssuers) as SandboxIssuerName[]
  const issuers = names.map((name): Endpoint => {
    const { cryptosuite, kind, statuses, signer } = issuerNamed(needs, name)
    const own = statuses.length > 0 ? (statuses[0] === 'revocation' ? ['BitstringStatusList', 'Revocation'] : ['BitstringStatusListSuspension', 'Suspension'])
      : [cryptosuite, ...(cryptosuite === 'eddsa-rdfc-2022' ? ['vc2.0', 'vc1.1', 'vc-api'] : [])]
    return {
      id: signer.did, endpoint: at(`issuers/${name}/credentials/issue`), method: 'POST', options: {},
      tags: kind === 'Ed25519' ? own : [...own, kind], supports: { vc: VERSIONS, keyTypes: [kind] },
      ...(kind !== 'Ed25519' && { supportedEcdsaKeyTypes: [kind] }),
    }
  })
  const id = at('verifiers')
  const tags = [...Object.keys(suites), 'vc2.0', 'vc1.1', 'vc-api', 'BitstringStatusList', 'P-256', 'P-384']
  const supports = { vc: VERSIONS, keyTypes: ['Ed25519', 'P-256', 'P-384'] }
  const post = (path: string, named: string[]): Endpoint =>
    ({ id, endpoint: at(path), method: 'POST', tags: named, supports, supportedEcdsaKeyTypes: ['P-256', 'P-384'] })
  return {
    name: 'Compagnon', implementation: 'Compagnon, sandbox issuer', issuers,
    verifiers: [post('credentials/verify', tags)],
    vpVerifiers: [post('presentations/verify', tags)],
    vcHolders: [{ ...post('credentials/derive', ['ecdsa-sd-2023', 'vcHolder', 'P-256']), supportedEcdsaKeyTypes: ['P-256'] }],
    setStatusLists: [post('credentials/status', ['BitstringStatusList'])],
  }
}
