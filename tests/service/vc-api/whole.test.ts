// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readConfig } from '#service/config.ts'
import { StartError } from '#service/words.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService } from '#tests/support/service.ts'
import { credential } from '#tests/domain/credential/data-model/documents.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describe('the whole service with VC_API_SANDBOX=1', () => {
  let service: RunningService
  beforeAll(async () => { service = await startService({ env: { VC_API_SANDBOX: '1' } }) })
  afterAll(() => service?.close())

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) => fetch(`${service.origin}/vc-api/${path}`, {
    method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers },
  })

  it('is what its manifest says: each issuer signs what the verifier takes', async () => {
    const manifest = await (await fetch(`${service.origin}/vc-api/manifest`)).json() as Record<'issuers' | 'verifiers' | 'vcHolders', { id: string; endpoint: string; tags: string[] }[]>
    for (const { id, endpoint, tags } of manifest.issuers) {
      const path = endpoint.split('/vc-api/')[1]!
      const issued = await post(path, { credential: credential({ issuer: id, credentialSubject: { id: 'did:example:ines', name: 'Inès' } }), options: { mandatoryPointers: ['/issuer'] } })
      expect(issued.status, endpoint).toBe(201)
      const { verifiableCredential } = await issued.json() as { verifiableCredential: { issuer: string; proof: { verificationMethod: string } } }
      expect(verifiableCredential).toMatchObject({ issuer: id, proof: { verificationMethod: `${id}#${id.slice('did:key:'.length)}` } })
      const shown = tags.includes('ecdsa-sd-2023')
        ? (await (await post('credentials/derive', { verifiableCredential, options: { selectivePointers: ['/credentialSubject/id'] } })).json() as { verifiableCredential: object }).verifiableCredential
        : verifiableCredential
      expect((await post('credentials/verify', { verifiableCredential: shown, options: { checks: ['proof'] } })).status, endpoint).toBe(200)
    }
  })

  it('takes nothing from the pages of another site, and no more than it can read', async () => {
    expect((await post('credentials/issue', { credential: credential() }, { origin: 'https://evil.example' })).status).toBe(403)
    const large = await post('credentials/issue', { credential: credential({ name: 'a'.repeat(300_000) }) })
    expect(large.status).toBe(413)
    expect((await post('credentials/issue', { credential: credential() }, { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('writes nothing of what it is given into the log', async () => {
    await post('credentials/issue', { credential: credential({ name: 'Attestation d’Inès Moreau' }) })
    await post('credentials/verify', { verifiableCredential: credential({ name: 'Attestation d’Inès Moreau' }) })
    expect(service.log.join('\n')).not.toContain('Moreau')
  })

  it('is described by the API’s page', async () => {
    const { paths } = await (await fetch(`${service.origin}/api/docs/json`)).json() as { paths: object }
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/vc-api/credentials/issue', '/vc-api/credentials/verify', '/vc-api/presentations/verify', '/vc-api/credentials/status']))
  })
})

describe('the setting VC_API_SANDBOX', () => {
  it('is off unless it is 1, and is nothing else', () => {
    expect(readConfig({}).vcApiSandbox).toBe(false)
    expect(readConfig({ VC_API_SANDBOX: '0' }).vcApiSandbox).toBe(false)
    expect(readConfig({ VC_API_SANDBOX: '1' }).vcApiSandbox).toBe(true)
    expect(() => readConfig({ VC_API_SANDBOX: 'yes' })).toThrow(StartError)
  })
})
