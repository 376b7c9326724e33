// SPDX-License-Identifier: EUPL-1.2
import { id } from 'ethers'
import type { ContractTransactionReceipt } from 'ethers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { openLedger } from '#contracts/scripts/simulated.ts'
import type { SimulatedLedger } from '#contracts/scripts/simulated.ts'

const COMPETENCE = 1
const DAY = 86_400
const YEAR = 365 * DAY

describe('What the ledger once said stays true', () => {
  let ledger: SimulatedLedger
  let today: number
  /** The one event of a transaction, as `Name(values)`. */
  const eventOf = (receipt: ContractTransactionReceipt) => {
    const found = receipt.logs.map(log => ledger.contract.interface.parseLog(log))
    expect(found).toHaveLength(1)
    return `${found[0]?.name}(${found[0]?.args.map(String).join(', ')})`
  }
  const isAccredited = (date: number) => ledger.ask('isAccredited', ledger.school.address, COMPETENCE, date)

  beforeEach(async () => {
    ledger = await openLedger()
    today = await ledger.now() + DAY
    await ledger.nextBlockAt(today)
    await ledger.send(ledger.ministry, 'accredit', ledger.academy.address, COMPETENCE, 0, today + 9 * YEAR, true)
    await ledger.nextBlockAt(today + DAY)
    await ledger.send(ledger.academy, 'accredit', ledger.school.address, COMPETENCE, 0, today + YEAR, false)
  })
  afterEach(() => ledger.close())

  it('keeps a school accredited for the days before its withdrawal', async () => {
    await ledger.nextBlockAt(today + 10 * DAY)
    await ledger.send(ledger.school, 'anchor', id('made in time'), COMPETENCE)
    await ledger.nextBlockAt(today + 20 * DAY)
    const { school, academy } = ledger
    const receipt = await ledger.send(academy, 'withdraw', school.address, COMPETENCE, today + 20 * DAY)
    expect(eventOf(receipt))
      .toBe(`AccreditationWithdrawn(${school.address}, ${academy.address}, 1, ${today + 20 * DAY})`)
    expect(await isAccredited(today + 10 * DAY)).toBe(true)
    expect(await isAccredited(today + 20 * DAY)).toBe(false)
    const { issuer, anchoredAt, kind } = await ledger.ask('anchorOf', id('made in time'))
    expect([issuer, anchoredAt, kind]).toEqual([school.address, BigInt(today + 10 * DAY), 1n])
  })

  it('accredits nobody after the fact: a start already past is recorded as now', async () => {
    const { academy, ministry, school, stranger } = ledger
    await ledger.nextBlockAt(today + 5 * DAY)
    const receipt = await ledger.send(ministry, 'accredit', stranger.address, COMPETENCE, today, today + YEAR, false)
    expect(eventOf(receipt))
      .toBe(`IssuerAccredited(${stranger.address}, ${ministry.address}, 1, ${today + 5 * DAY}, ${today + YEAR}, false)`)
    expect(await ledger.ask('isAccredited', stranger.address, COMPETENCE, today + 5 * DAY - 1)).toBe(false)
    const [granted] = await ledger.ask('accreditationsOf', school.address)
    expect(granted.toObject()).toEqual({
      by: academy.address, from: BigInt(today + DAY), until: BigInt(today + YEAR), recordedAt: BigInt(today + DAY),
      withdrawnAt: 0n, kind: 1n, mayAccredit: false,
    })
  })

  it('keeps every document digest and every status list digest, oldest first', async () => {
    const { school, send, ask } = ledger
    const documents = ['first key', 'second key'].map(id)
    for (const digest of documents) {
      expect(eventOf(await send(school, 'recordDocument', id('did:web:school'), digest)))
        .toBe(`DocumentRecorded(${school.address}, ${id('did:web:school')}, ${digest})`)
    }
    for (const digest of documents) {
      expect(eventOf(await send(school, 'publishStatusList', id('list'), digest)))
        .toBe(`StatusListPublished(${school.address}, ${id('list')}, ${digest})`)
    }
    const recorded: { documentDigest: string }[] = await ask('documentsOf', school.address)
    const published: { digest: string }[] = await ask('statusListsOf', school.address, id('list'))
    expect(recorded.map(entry => entry.documentDigest)).toEqual(documents)
    expect(published.map(entry => entry.digest)).toEqual(documents)
  })

  it('says who stands above all, and says a root was anchored by one event that names it', async () => {
    expect(await ledger.ask('rootAuthority')).toBe(ledger.ministry.address)
    const receipt = await ledger.send(ledger.school, 'anchor', id('root'), COMPETENCE)
    expect(eventOf(receipt)).toBe(`RootAnchored(${id('root')})`)
  })

  it('has no function that could rewrite it: fifteen that write, all of them known', () => {
    const writing = compiled.abi.filter(entry => entry.type === 'function' && !['view', 'pure'].includes(entry.stateMutability ?? ''))
    expect(writing.map(entry => entry.name).sort())
      .toEqual(['accredit', 'addMinutes', 'anchor', 'anchorDecided', 'decide', 'endSeat', 'open', 'publishStatusList',
        'recordDocument', 'refuse', 'reopen', 'replace', 'seat', 'succeed', 'withdraw'])
    expect(compiled.abi.some(entry => entry.type === 'fallback' || entry.type === 'receive')).toBe(false)
  })
})
