// SPDX-License-Identifier: EUPL-1.2
// One example of each request of /vc-api, for its OpenAPI description: tests send them.

const CONTEXT = ['https://www.w3.org/ns/credentials/v2']
const credential = {
  '@context': CONTEXT, type: ['VerifiableCredential'], issuer: 'did:example:issuer', validFrom: '2026-06-01T00:00:00Z',
  credentialSubject: { id: 'did:example:subject', name: 'Inès' },
}
// Proof values are cut short: an example shows the form, and no key signed it.
const proofOf = (cryptosuite: string, proofPurpose: string, proofValue: string) => ({
  type: 'DataIntegrityProof', cryptosuite, created: '2026-06-01T00:00:00Z', proofPurpose, proofValue,
  verificationMethod: 'did:key:z6MkjDQq3LLEFopmngjkcG1GuAN6cuh1WZT896mQeVQoJ4RE#z6MkjDQq3LLEFopmngjkcG1GuAN6cuh1WZT896mQeVQoJ4RE',
})
const verifiableCredential = { ...credential, proof: proofOf('eddsa-rdfc-2022', 'assertionMethod', 'z3MPPHM5VFhWw2teqGvjXDzsrqPcJoruJryZKCfhjpfpM') }
const presentation = { '@context': CONTEXT, type: ['VerifiablePresentation'], holder: 'did:example:subject', verifiableCredential: [verifiableCredential] }
const ENTRY = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '7', statusListCredential: 'https://example.org/vc-api/status-lists/revocation' }

export const examples = {
  issue: { credential, options: { cryptosuite: 'ecdsa-sd-2023', mandatoryPointers: ['/issuer', '/validFrom'] } },
  derive: {
    verifiableCredential: { ...credential, proof: proofOf('ecdsa-sd-2023', 'assertionMethod', 'u2V0AhVhAcLQ') },
    options: { selectivePointers: ['/credentialSubject/name'] },
  },
  verify: { verifiableCredential, options: { checks: ['proof', 'credentialStatus'], returnCredential: true } },
  verifyPresentation: {
    verifiablePresentation: { ...presentation, proof: { ...proofOf('eddsa-rdfc-2022', 'authentication', 'z4eFuUYchGeBhRgAqupyQko8GB7JDF6Ws5Sfnrqx799ER'), challenge: 'd436f0c8', domain: 'example.org' } },
    options: { challenge: 'd436f0c8', domain: 'example.org' },
  },
  prove: { presentation, options: { challenge: 'd436f0c8', domain: 'example.org' } },
  status: { credentialId: 'urn:uuid:36245ee9-9074-4b05-a777-febff2e69757', credentialStatus: [ENTRY] },
}
