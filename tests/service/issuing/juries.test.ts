// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transaction, Wallet } from 'ethers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { newPasskey } from '#contracts/scripts/passkey.ts'
import type { Passkey } from '#contracts/scripts/passkey.ts'
import { FIRST_ROUND, leafOf, memberOf, REFUSAL, toBatch, toHex, toMemberSignature } from '#domain/anchoring/index.ts'
import type { Bytes32, MemberSignature, Statement } from '#domain/anchoring/index.ts'
import { kinds } from '#domain/credential/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import type { EmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { ledgerOn } from '#service/adapters/ledger/index.ts'
import type { LedgerTables } from '#service/adapters/ledger/index.ts'
import { eachDatabase } from './support.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const ACADEMY = 'rennes'
const YEAR = 365 * 86_400
const random = (): Bytes32 => toHex(randomBytes(32))
const digestOf = (text: string): Bytes32 => toHex(createHash('sha256').update(text).digest())

for (const { name, open } of eachDatabase) describe(`juries on the embedded ledger, journalled in ${name}`, () => {
  const wallets = new Map<string, Wallet>()
  const passkeys = [0, 1, 2, 3].map(newPasskey) as [Passkey, Passkey, Passkey, Passkey]
  const members = passkeys.map(({ point }) => memberOf(point))
  let database: Database
  let folder: string
  let node: EmbeddedLedger
  let ledger: ReturnType<typeof ledgerOn>

  const openLedger = () => ledgerOn({
    db: database.db.withTables<LedgerTables>(), rpcUrl: node.rpcUrl, embedded: true, compiled,
    settling: { depth: 1, ms: 0 }, patience: { ms: 60_000 }, maxFee: 500_000_000_000n,
    newKey: async () => {
      const wallet = new Wallet(random())
      wallets.set(wallet.address, wallet)
      return { kid: wallet.address, publicKeyHex: wallet.signingKey.publicKey.slice(2) }
    },
    sign: async (kid, unsigned) => wallets.get(kid)?.signTransaction(Transaction.from(unsigned)) ?? '',
    now: () => new Date(),
  })
  /** Asks again, as a worker would, until the ledger has it. */
  const settled = async (ask: () => Promise<{ state: string }>) => {
    for (let n = 0; n < 50; n++) {
      const { state } = await ask()
      if (state !== 'waiting') return state
      await ledger.follow()
    }
    throw new Error('Not settled')
  }
  const sign = async (statement: Statement, ...who: Passkey[]): Promise<MemberSignature[]> => {
    const [place, challenge] = [await ledger.place(), await ledger.juries.challengeOf(statement)]
    if (!place || !challenge) throw new Error('No contract yet')
    return who.map(({ point, answer }) => toMemberSignature(place, statement, point, answer(challenge)))
  }
  const openOne = async (results: Bytes32, previous: Bytes32 = FIRST_ROUND, session = random()) => {
    const content = { session, results, members: members.slice(0, 3), quorum: 2, previous }
    expect(await settled(() => ledger.juries.open(ACADEMY, content))).toBe('confirmed')
    return { deliberation: await ledger.juries.nameOf(ACADEMY, content) as Bytes32, session }
  }

  beforeAll(async () => {
    database = await open()
    folder = await mkdtemp(join(tmpdir(), 'compagnon-juries-'))
    node = await startEmbeddedLedger(folder)
    ledger = openLedger()
    while ((await ledger.juries.accredit(ACADEMY)) === null) await ledger.follow()
    const until = Math.floor(Date.now() / 1000) + YEAR
    for (const { point } of passkeys) expect(await settled(() => ledger.juries.seat({ academy: ACADEMY, point, from: 0, until }))).toBe('confirmed')
  })
  afterAll(async () => {
    ledger.close()
    await node.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('has a node that checks P-256 by itself', async () => {
    // The vector by which OpenZeppelin's P256 knows the precompile (Wycheproof, ecdsa_secp256r1_sha256_p1363).
    const words = ['bb5a52f42f9c9261ed4361f59422a1e30036e7c32b270c8807a419feca605023', '5'.padStart(64, '0'), '1'.padStart(64, '0'),
      'a71af64de5126a4a4e02b7922d66ce9415ce88a4c9d25514d91082c8725ac957', '5d47723c8fbe580bb369fec9c2665d8e30a435b9932645482e7c9f11e872296b']
    const call = { to: '0x0000000000000000000000000000000000000100', data: `0x${words.join('')}` }
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_call', params: [call, 'latest'] })
    const answer = await fetch(node.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    expect(((await answer.json()) as { result: string }).result).toBe(`0x${'1'.padStart(64, '0')}`)
  })

  it('opens, decides, anchors two batches under the decision, and keeps the minutes', async () => {
    const results = leafOf(random(), digestOf('results'))
    const { deliberation, session } = await openOne(results)
    const batches = [random(), random()]
    const { root, pathOf } = toBatch(batches, [])
    const signatures = await sign({ deliberation, results, root }, passkeys[0], passkeys[2])
    const decision = { academy: ACADEMY, deliberation, root, signatures, turn: 1 }
    expect(await settled(() => ledger.juries.close(decision))).toBe('confirmed')
    for (const batch of batches) {
      const under = { issuer: await ledger.juries.accountOf(ACADEMY), root: batch, deliberation, path: pathOf(batch), turn: 1 }
      expect(await settled(() => ledger.anchorDecided(under))).toBe('confirmed')
    }
    const digest = leafOf(random(), digestOf('minutes'))
    expect(await settled(() => ledger.juries.addMinutes({ academy: ACADEMY, deliberation, digest }))).toBe('confirmed')
    expect(await ledger.juries.read(deliberation)).toMatchObject({
      issuer: await ledger.juries.accountOf(ACADEMY), outcome: 'decided', quorum: 2, round: 1, session, results, previous: null, root,
      members: [true, false, true].map((signed, place) => ({ member: members[place], replaced: false, signed })), minutes: [digest],
    })
  })

  it('asks once what is asked twice, also after a restart of the service', async () => {
    const { deliberation, session } = await openOne(random())
    const before = await ledger.juries.read(deliberation)
    ledger.close()
    ledger = openLedger()
    const content = { session, results: before?.results ?? '', members: members.slice(0, 3), quorum: 2, previous: FIRST_ROUND }
    expect(await settled(() => ledger.juries.open(ACADEMY, content))).toBe('confirmed')
    expect(await ledger.juries.read(deliberation)).toEqual(before)
  })

  it('asks anew what reverted once on the ledger', async () => {
    const rpc = async (method: string, ...params: unknown[]) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const answer = await fetch(node.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      return ((await answer.json()) as { result: unknown }).result
    }
    const { point } = newPasskey()
    const until = Math.floor(Date.now() / 1000) + YEAR
    const ask = () => ledger.juries.seat({ academy: ACADEMY, point, from: 0, until })
    const contract = (await ledger.place())?.contract
    const code = await rpc('eth_getCode', contract, 'latest')
    // Sent in good faith, it meets a contract that refuses everything once it is in its block.
    await rpc('evm_setAutomine', false)
    expect(await ask()).toEqual({ state: 'waiting' })
    await rpc('anvil_setCode', contract, '0xfe')
    await rpc('evm_mine')
    await rpc('anvil_setCode', contract, code)
    await rpc('evm_setAutomine', true)
    expect(await settled(ask)).toBe('confirmed')
    const tries = await database.db.withTables<LedgerTables>().selectFrom('ledger_transactions').select('state')
      .where('idempotency_key', 'like', `seat:${ACADEMY}:${memberOf(point)}:%`).orderBy('sequence').execute()
    expect(tries.map(({ state }) => state)).toEqual(['reverted', 'confirmed'])
    expect(await ledger.juries.isSeated(ACADEMY, memberOf(point), until - 1)).toBe(true)
  })

  it('replaces, closes by refusal, and reopens over other results', async () => {
    const [first, second] = [random(), random()]
    const { deliberation, session } = await openOne(first)
    const [, , absent, substitute] = members as [Bytes32, Bytes32, Bytes32, Bytes32]
    expect(await settled(() => ledger.juries.replace({ academy: ACADEMY, deliberation, absent, substitute }))).toBe('confirmed')
    const signatures = await sign({ deliberation, results: first, root: REFUSAL }, passkeys[1], passkeys[3])
    expect(await settled(() => ledger.juries.close({ academy: ACADEMY, deliberation, root: REFUSAL, signatures, turn: 1 }))).toBe('confirmed')
    expect(await ledger.juries.read(deliberation)).toMatchObject({ outcome: 'refused', root: null, members: [
      { signed: false, replaced: false }, { signed: true, replaced: false }, { signed: false, replaced: true }, { signed: true, replaced: false },
    ] })
    const next = await openOne(second, deliberation, session)
    expect(await ledger.juries.read(next.deliberation)).toMatchObject({ outcome: 'open', round: 2, previous: deliberation, closedAt: null })
  })

  it('says what the contract refuses, by its name, journals nothing of it, and takes what is right afterwards', async () => {
    const [results, root] = [random(), random()]
    const { deliberation } = await openOne(results)
    const one = await sign({ deliberation, results, root }, passkeys[0])
    const decision = { academy: ACADEMY, deliberation, root, signatures: one, turn: 1 }
    await expect(ledger.juries.close(decision)).rejects.toThrow(`DeliberationsQuorumMissing(${deliberation}, 1, 2)`)
    const batch = { issuer: await ledger.juries.accountOf(ACADEMY), root, deliberation, path: [], turn: 1 }
    await expect(ledger.anchorDecided(batch))
      .rejects.toThrow(`DeliberationsUndecided(${deliberation})`)
    const two = await sign({ deliberation, results, root }, passkeys[0], passkeys[1])
    expect(await settled(() => ledger.juries.close({ ...decision, signatures: two }))).toBe('confirmed')
    expect(await settled(() => ledger.anchorDecided(batch))).toBe('confirmed')
  })

  it('anchors diplomas under a decision alone: by any other way the refusal says so, and nothing is sent', async () => {
    const [root, results] = [random(), random()]
    const issuer = await ledger.juries.accountOf(ACADEMY)
    await expect(ledger.anchor({ root, kind: kinds.diploma, issuer, turn: 1 })).rejects.toThrow(`CredentialAnchorNotDeliberated(${root})`)
    await expect(ledger.anchorDecided({ root, deliberation: random(), path: [], issuer, turn: 1 })).rejects.toThrow('DeliberationsUnknown(')
    const { deliberation } = await openOne(results)
    await expect(ledger.anchorDecided({ root, deliberation, path: [], issuer, turn: 1 })).rejects.toThrow(`DeliberationsUndecided(${deliberation})`)
    const decided = random()
    const signatures = await sign({ deliberation, results, root: decided }, passkeys[0], passkeys[1])
    expect(await settled(() => ledger.juries.close({ academy: ACADEMY, deliberation, root: decided, signatures, turn: 1 }))).toBe('confirmed')
    await expect(ledger.anchorDecided({ root, deliberation, path: [], issuer, turn: 1 })).rejects.toThrow(`DeliberationsRootOutside(${deliberation}, ${root})`)
    const sent = await database.db.withTables<LedgerTables>().selectFrom('ledger_transactions').select('purpose').where('idempotency_key', 'like', `anchor:${root}:%`).execute()
    expect(sent).toEqual([])
  })

  it('ends a seat, and finds no deliberation that was never opened', async () => {
    const [member] = members as [Bytes32]
    const date = Math.floor(Date.now() / 1000) + YEAR / 2
    expect(await settled(() => ledger.juries.endSeat({ academy: ACADEMY, member, date }))).toBe('confirmed')
    expect(await ledger.juries.isSeated(ACADEMY, member, date - 1)).toBe(true)
    expect(await ledger.juries.isSeated(ACADEMY, member, date)).toBe(false)
    expect(await ledger.juries.read(random())).toBeNull()
  })
})
