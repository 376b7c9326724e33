// SPDX-License-Identifier: EUPL-1.2
// Many files, verified quickly: every verdict is the one that each file gets alone, check by check.
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { bulkVerifier, rememberingLedger } from '#domain/verification/bulk/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { Bundle, Ports, Verdict } from '#domain/verification/index.ts'
import { verificationPlatform } from '#service/adapters/verification/index.ts'
import { sessionOf, when } from './diplomas.ts'
import { at, ledgerSaying, reseal, worldOf } from './world.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const platform = await verificationPlatform()
const session = await sessionOf({ count: 24, revoked: [5] })
const [world, jury] = [await worldOf(), await worldOf({ diploma: true })]
const bytes = (text: string) => new TextEncoder().encode(text)

const kinds = [
  { name: 'a diploma, known by its form', texts: session.texts, ports: { ledger: ledgerSaying(session.facts), now: when.now } },
  { name: 'a training credential, known by its shape', texts: [world.text, world.text], ports: { ledger: ledgerSaying(world.facts), now: at.now } },
  { name: 'a diploma of another academy, with its jury’s decision', texts: [jury.text, jury.text], ports: { ledger: ledgerSaying(jury.facts), now: at.now } },
]

for (const { name, texts, ports } of kinds) {
  describe(name, () => {
    const bulk = bulkVerifier(ports, platform)
    const alone = async (file: Uint8Array): Promise<Verdict> => (await verify(file, ports)).verdict
    const among = async (file: Uint8Array): Promise<Verdict> => (await bulk.verify(file)).verdict
    const good = bytes(texts[1]!)
    beforeAll(async () => { for (const text of texts) await among(bytes(text)) })

    it('goes the quick way, and gets the verdict and the bundle that it gets alone', async () => {
      const { quick } = bulk.counts()
      for (const text of texts) {
        expect(await bulk.verify(bytes(text))).toEqual(await verify(bytes(text), ports))
      }
      expect(bulk.counts().quick - quick).toBe(texts.length)
    })

    it('gets the verdict that it gets alone when one byte is changed, removed or added, anywhere', async () => {
      const anyChange = fc.record({ place: fc.nat(good.length - 1), flip: fc.integer({ min: 1, max: 255 }), how: fc.constantFrom('changed', 'removed', 'added') })
      await fc.assert(fc.asyncProperty(anyChange, async ({ place, flip, how }) => {
        const rest = good.subarray(how === 'added' ? place : place + 1)
        const file = Uint8Array.from([...good.subarray(0, place), ...(how === 'removed' ? [] : [good[place]! ^ flip]), ...rest])
        expect(await among(file)).toEqual(await alone(file))
      }), { numRuns: 150 })
    })

    it('gets the verdict that it gets alone when one letter is changed and all digests are made right again', async () => {
      const bundle = JSON.parse(texts[1]!) as Bundle
      const paths = leavesIn(bundle).filter(([first]) => first !== 'integrity' && first !== 'type')
      const anyPath = fc.constantFrom(...paths)
      await fc.assert(fc.asyncProperty(anyPath, fc.constantFrom('x', '', '@type', '"', 'é', '#', 'http://x/', null, 7), async (path, value) => {
        const file = bytes(reseal(changed(bundle, path, value) as Bundle, {}))
        expect(await among(file)).toEqual(await alone(file))
      }), { numRuns: 120 })
    })

    it('gets the verdict that it gets alone when the ledger is not there, is another, or knows nothing of it', async () => {
      const others: Ports[] = [
        { ledger: null, now: ports.now }, { ...ports, ledger: { ...ports.ledger, chainId: async () => 1 } }, { ...ports, ledger: { ...ports.ledger, anchorOf: async () => null } },
        { ...ports, ledger: { ...ports.ledger, documentsOf: async () => Promise.reject(new Error('gone')) } }, { ...ports, now: ports.now + 60 * 31_557_600 },
        { ...ports, ledger: { ...ports.ledger, accreditationsOf: async () => [] } }, { ...ports, ledger: { ...ports.ledger, deliberationUnder: async () => null } },
        { ...ports, now: 0 }, { ...ports, broken: { 'ed25519': 1 } }, { ...ports, broken: { 'sha-256': ports.now - 1 } },
      ]
      for (const other of others) {
        const { verify: quickly, counts } = bulkVerifier(other, platform)
        for (const text of texts) expect((await quickly(bytes(text))).verdict).toEqual((await verify(bytes(text), other)).verdict)
        expect(counts().quick).toBeGreaterThan(0)
      }
    })
  })
}

describe('a diploma among many', () => {
  it('is told to be revoked when its place is set, and only that one', async () => {
    const { verify: quickly } = bulkVerifier(kinds[0]!.ports, platform)
    const outcomes = []
    for (const text of session.texts) outcomes.push((await quickly(bytes(text))).verdict.outcome)
    expect(outcomes.flatMap((outcome, i) => (outcome === 'valid' ? [] : [`${i} ${outcome}`]))).toEqual(['5 not-valid'])
  })

  it('cannot borrow the signature, the receipt or the status of another', async () => {
    const { verify: quickly } = bulkVerifier(kinds[0]!.ports, platform)
    for (const text of session.texts) await quickly(bytes(text))
    const [one, other] = [session.bundles[6]!, session.bundles[7]!]
    const mixed = [{ deliberation: jury.bundle.deliberation! }, { receipt: other.receipt }, { credential: { ...one.credential, proof: other.credential.proof } }, { credential: { ...one.credential, id: other.credential.id } },
      { credential: { ...one.credential, credentialStatus: other.credential.credentialStatus } }, { credential: world.bundle.credential }, { issuer: world.bundle.issuer },
      { status: world.bundle.status }, { issuer: world.bundle.issuer, credential: world.bundle.credential, receipt: world.bundle.receipt }]
    for (const changes of mixed) {
      const file = bytes(reseal(one, changes))
      const { verdict } = await quickly(file)
      expect(verdict.outcome).toBe('not-valid')
      expect(verdict).toEqual((await verify(file, kinds[0]!.ports)).verdict)
    }
  })
})

describe('a ledger asked once', () => {
  it('is asked each thing once, and again only some time after it did not answer', async () => {
    let [asked, answers, now] = [0, false, 0]
    const reader = { ...ledgerSaying(session.facts), blockAt: async () => {
      asked += 1
      if (!answers) throw new Error('gone')
      return 'pruned' as const
    } }
    const once = rememberingLedger(reader, () => now)
    for (let i = 0; i < 3; i++) await expect(once.blockAt(1)).rejects.toThrow('gone')
    expect(asked).toBe(1)
    ;[now, answers] = [20_000, true]
    for (let i = 0; i < 3; i++) expect(await once.blockAt(1)).toBe('pruned')
    expect(asked).toBe(2)
    await once.blockAt(2)
    expect(asked).toBe(3)
  })
})

type Path = (string | number)[]

/** Where each text, number and truth value of a value stands. */
function leavesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  // Contexts have thousands, of which one is as good as another.
  const members = Object.entries(value).slice(0, path[0] === 'contexts' ? 3 : undefined)
  return members.flatMap(([name, one]) => leavesIn(one, [...path, Array.isArray(value) ? Number(name) : name]))
}

function changed(value: unknown, [first, ...rest]: Path, to: unknown): unknown {
  if (first === undefined) return to
  if (Array.isArray(value)) return value.map((one, i) => (i === first ? changed(one, rest, to) : one))
  return { ...value as object, [first]: changed((value as Record<string, unknown>)[first], rest, to) }
}
