// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonical.ts'
import { LARGEST_BUNDLE, readBundle, verify } from '#domain/verification/index.ts'
import { at, ledgerSaying, reseal, worldOf } from './world.ts'

const { bundle, text, facts } = await worldOf()
const ports = { ledger: ledgerSaying(facts), now: at.now }
const bytes = new TextEncoder().encode(text)
const outcomeOf = async (file: Uint8Array | string) => (await verify(file, ports)).verdict.outcome

describe('a changed byte', () => {
  it('anywhere makes the file not valid', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (position, flip) => {
      const changed = bytes.slice()
      changed[position] = bytes[position]! ^ flip
      expect(await outcomeOf(changed)).toBe('not-valid')
    }), { numRuns: 400 })
  })

  it('removed or added makes the file not valid', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.option(fc.integer({ min: 0, max: 255 })), async (position, added) => {
      const changed = added === null
        ? [...bytes.slice(0, position), ...bytes.slice(position + 1)]
        : [...bytes.slice(0, position), added, ...bytes.slice(position)]
      expect(await outcomeOf(Uint8Array.from(changed))).toBe('not-valid')
    }), { numRuns: 200 })
  })

  it('at the ends of the file counts too', async () => {
    for (const changed of [`${text}\n`, ` ${text}`, `\uFEFF${text}`, text.slice(0, -1), '']) expect(await outcomeOf(changed)).toBe('not-valid')
    expect(await outcomeOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toBe('not-valid')
  })

  it('is told apart by where it is, even by a forger who makes the digest right again', async () => {
    const failing = async (file: string) => (await verify(file, ports)).verdict.checks.filter(({ result }) => result === 'failed').map(({ name }) => name)
    const { credential, receipt, issuer, status } = bundle
    expect(await failing(reseal(bundle, { credential: { ...credential, name: 'x' } }))).toEqual(['signature', 'anchored'])
    expect(await failing(reseal(bundle, { receipt: { ...receipt, salt: `0x${'0'.repeat(64)}` } }))).toEqual(['anchored'])
    expect(await failing(reseal(bundle, { issuer: { ...issuer, didDocument: { ...issuer.didDocument, service: [] } } }))).toEqual(['issuerKey'])
    expect(await failing(reseal(bundle, { status: { ...status, digest: `sha256:${'0'.repeat(64)}` } }))).toEqual(['status'])
    expect(await failing(reseal(bundle, { contexts: {} }))).toContain('signature')
  })
})

describe('a hostile file', () => {
  const fault = (file: Uint8Array | string) => {
    const reading = readBundle(file)
    return 'fault' in reading ? reading.fault : 'read'
  }
  const having = (member: string) => text.replace('{', `{${member},`)

  it('is refused by name', () => {
    expect(fault(' '.repeat(LARGEST_BUNDLE + 1))).toBe('file-too-large')
    expect(fault(Uint8Array.from([0xff, 0xfe, 0x00]))).toBe('file-not-text')
    expect(fault('['.repeat(1_000_000))).toBe('file-too-deep')
    expect(fault(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)).toBe('file-too-deep')
    for (const other of ['null', '[]', '7', '{}', '"x"', '{"type":"CompagnonBundle"', 'PK\u0003\u0004']) expect(fault(other)).toBe('file-not-a-bundle')
    expect(fault('{"type":"CompagnonBundle","version":1}')).toBe('file-not-a-bundle')
  })

  it('cannot smuggle a prototype, a second key or a broken letter in', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) expect(fault(having(`"${key}":{"type":"x"}`))).toBe('file-not-a-bundle')
    expect(fault(text.replace('"version":1', '"version":1,"version":1'))).toBe('file-altered')
    expect(fault(canonicalJson({ ...bundle, extra: 1 }))).toBe('file-not-a-bundle')
    expect(fault(having('"a":"\\ud800"'))).not.toBe('read')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('of strings full of quotes and braces is read in one pass', () => {
    const began = process.cpuUsage().user
    expect(fault('"\\'.repeat(2_000_000))).toBe('file-not-a-bundle')
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(2)
  })

  it('never makes the verifier throw, whatever JSON it holds', async () => {
    await fc.assert(fc.asyncProperty(fc.json(), fc.constantFrom('credential', 'receipt', 'issuer', 'status', 'contexts', 'integrity', 'version'), async (json, member) => {
      const spoilt = canonicalJson({ ...bundle, [member]: JSON.parse(json) as unknown })
      expect(['not-valid', 'cannot-tell']).toContain(await outcomeOf(spoilt))
    }), { numRuns: 200 })
  })

  it('nor whatever a resealed credential, DID document or list holds', async () => {
    const odd = fc.dictionary(fc.constantFrom('@context', 'issuer', 'proof', 'credentialStatus', 'credentialSubject', 'verificationMethod', 'assertionMethod', 'id', 'type', 'validFrom'), fc.jsonValue())
    await fc.assert(fc.asyncProperty(odd, async values => {
      const object = values as Record<string, unknown>
      for (const changes of [
        { credential: { ...bundle.credential, ...object } },
        { issuer: { ...bundle.issuer, didDocument: { ...bundle.issuer.didDocument, ...object } } },
        { status: { ...bundle.status, listCredential: { ...bundle.status.listCredential, ...object } } },
      ]) {
        const file = reseal(bundle, changes)
        if (file !== text) expect(await outcomeOf(file)).toBe('not-valid')
      }
    }), { numRuns: 60 })
  })

  it('of a later version asks for a later verifier, unless it was tampered with', async () => {
    const { integrity: _, ...parts } = bundle
    const { digestOf } = await import('#domain/canonical.ts')
    const newer = { ...parts, version: 2 }
    expect(await outcomeOf(canonicalJson({ ...newer, integrity: digestOf(newer) }))).toBe('cannot-tell')
    expect(await outcomeOf(text.replace('"version":1', '"version":2'))).toBe('not-valid')
  })
})
