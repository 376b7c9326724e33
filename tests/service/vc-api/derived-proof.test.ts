// SPDX-License-Identifier: EUPL-1.2
import { decode, encode } from 'cborg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { JsonObject } from '#domain/credential/index.ts'
import { credential } from '#tests/domain/credential/data-model/documents.ts'
import { rulesIn, vcApi } from './sandbox.ts'

type Components = [Uint8Array, Uint8Array, Uint8Array[], Map<unknown, unknown>, unknown[]]

let api: Awaited<ReturnType<typeof vcApi>>
let shown: JsonObject
beforeAll(async () => {
  api = await vcApi()
  const base = await api.issue(credential({ name: 'Attestation', credentialSubject: { name: 'Inès', description: 'B' } }), 'ecdsa-sd-2023')
  const { body } = await api.post('credentials/derive', { verifiableCredential: base, options: { selectivePointers: ['/credentialSubject/name'] } })
  shown = body.verifiableCredential as JsonObject
})
afterAll(() => api?.close())

const bytes = () => Buffer.from(String((shown.proof as JsonObject).proofValue).slice(1), 'base64url')
const withValue = (value: Uint8Array) => ({ ...shown, proof: { ...(shown.proof as JsonObject), proofValue: `u${Buffer.from(value).toString('base64url')}` } })
const changed = (change: (components: Components) => unknown) => {
  const components = decode(bytes().subarray(3), { useMaps: true }) as Components
  const made = change(components) ?? components
  return withValue(Buffer.concat([bytes().subarray(0, 3), encode(made)]))
}

describe('the value of a derived proof (ECDSA Cryptosuites 1.0 §3.5.8)', () => {
  it('has five components, and is verified so', async () => {
    expect(await api.verify(shown)).toMatchObject({ status: 200 })
    expect(await api.verify(changed(() => undefined))).toMatchObject({ status: 200 })
  })

  it.each<[string, (components: Components) => unknown]>([
    ['a component less', (all) => all.slice(0, 4)],
    ['a component more', (all) => [...all, 0]],
    ['a signature that is short', ([signature, ...rest]) => [signature.subarray(1), ...rest]],
    ['a key that is short', ([signature, key, ...rest]) => [signature, key.subarray(1), ...rest]],
    ['a message signature that is short', ([signature, key, signatures, ...rest]) => [signature, key, [...signatures.slice(1), signatures[0]!.subarray(1)], ...rest]],
    ['a label that is a text', (all) => { all[3].set(99, 'not a bytearray') }],
    ['a label with a name for its number', (all) => { all[3].set('c14n99', new Uint8Array(32)) }],
    ['an index that is a text', (all) => { all[4][0] = '0' }],
    ['a text for it all', () => 'not an array'],
  ])('is not one with %s', async (_, change) => {
    const answer = await api.verify(changed(change))
    expect(answer.status).toBe(400)
    expect(rulesIn(answer)).toContain('signature')
  })

  it('is not one without its header, or with that of a base proof', async () => {
    expect(await api.verify(withValue(bytes().subarray(3)))).toMatchObject({ status: 400 })
    expect(await api.verify(withValue(Buffer.concat([Buffer.of(0xd9, 0x5d, 0x00), bytes().subarray(3)])))).toMatchObject({ status: 400 })
  })
})
