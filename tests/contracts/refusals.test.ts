// SPDX-License-Identifier: EUPL-1.2
import { ContractFactory, id, ZeroAddress, ZeroHash } from 'ethers'
import type { Signer } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { openLedger } from '#contracts/scripts/simulated.ts'
import type { SimulatedLedger } from '#contracts/scripts/simulated.ts'
import { refusalsOf } from './refusal-of.ts'

const COMPETENCE = 1
const DIPLOMA = 2
const YEAR = 365 * 86_400
const ROOT = id('root')

describe('The contract refuses by name, with the value that hurts', () => {
  let ledger: SimulatedLedger
  let today: number
  let end: number
  let refusals: ReturnType<typeof refusalsOf>

  const refusal = (by: Signer, verb: string, ...values: unknown[]) =>
    refusals.of(ledger.contract.connect(by).getFunction(verb).staticCall(...values))

  beforeAll(async () => {
    ledger = await openLedger()
    refusals = refusalsOf(ledger.contract.interface)
    today = await ledger.now()
    end = today + YEAR
    const { ministry, academy, school, send } = ledger
    await send(ministry, 'accredit', academy.address, COMPETENCE, 0, end, true)
    await send(academy, 'accredit', school.address, COMPETENCE, 0, end, false)
    await send(school, 'anchor', ROOT, COMPETENCE)
  })
  afterAll(() => ledger.close())

  it('refuses to accredit on the word of someone not entitled', async () => {
    const { school, stranger, academy } = ledger
    expect(await refusal(stranger, 'accredit', school.address, COMPETENCE, 0, end, false))
      .toBe(`IssuerRegistryNotEntitled(${stranger.address}, 1)`)
    expect(await refusal(school, 'accredit', stranger.address, COMPETENCE, 0, end, false))
      .toBe(`IssuerRegistryNotEntitled(${school.address}, 1)`)
    expect(await refusal(academy, 'accredit', stranger.address, DIPLOMA, 0, end, false))
      .toBe(`IssuerRegistryNotEntitled(${academy.address}, 2)`)
  })

  it('refuses to accredit for longer than the accreditor has', async () => {
    const { academy, stranger } = ledger
    const [own] = await ledger.ask('accreditationsOf', academy.address)
    expect(await refusal(academy, 'accredit', stranger.address, COMPETENCE, 0, end + 1, false))
      .toBe(`IssuerRegistryPeriodOutside(${own.from}, ${end})`)
  })

  it('refuses a period that is empty or already over', async () => {
    const { ministry, stranger } = ledger
    expect(await refusal(ministry, 'accredit', stranger.address, COMPETENCE, end, end, false))
      .toBe(`IssuerRegistryPeriodInvalid(${end}, ${end})`)
    expect(await refusal(ministry, 'accredit', stranger.address, COMPETENCE, 0, today, false))
      .toBe(`IssuerRegistryPeriodInvalid(0, ${today})`)
  })

  it('refuses to accredit nobody, or the root authority', async () => {
    const { ministry } = ledger
    for (const nobody of [ZeroAddress, ministry.address]) {
      expect(await refusal(ministry, 'accredit', nobody, COMPETENCE, 0, end, false))
        .toBe(`IssuerRegistryIssuerInvalid(${nobody})`)
    }
  })

  it('refuses to be deployed under nobody', async () => {
    const factory = new ContractFactory(compiled.abi, compiled.bytecode, ledger.ministry)
    const { data } = await factory.getDeployTransaction(ZeroAddress)
    expect(await refusals.of(ledger.provider.call({ data, from: ledger.ministry.address })))
      .toBe(`IssuerRegistryIssuerInvalid(${ZeroAddress})`)
  })

  it('refuses a second accreditation over the first', async () => {
    const { ministry, school } = ledger
    expect(await refusal(ministry, 'accredit', school.address, COMPETENCE, end - 1, end + YEAR, false))
      .toBe(`IssuerRegistryAlreadyAccredited(${school.address}, 1, ${end})`)
  })

  it('refuses to withdraw in the past, what is not held, and what another granted', async () => {
    const { ministry, school, stranger } = ledger
    expect(await refusal(ministry, 'withdraw', school.address, COMPETENCE, today - 1))
      .toBe(`IssuerRegistryDateInPast(${today - 1})`)
    expect(await refusal(ministry, 'withdraw', stranger.address, COMPETENCE, end))
      .toBe(`IssuerRegistryNotAccredited(${stranger.address}, 1)`)
    expect(await refusal(stranger, 'withdraw', school.address, COMPETENCE, end - 1))
      .toBe(`IssuerRegistryNotEntitled(${stranger.address}, 1)`)
  })

  it('refuses an empty DID or document digest', async () => {
    const digest = id('document')
    expect(await refusal(ledger.school, 'recordDocument', ZeroHash, digest))
      .toBe(`IssuerRegistryDocumentInvalid(${ZeroHash}, ${digest})`)
    expect(await refusal(ledger.school, 'recordDocument', digest, ZeroHash))
      .toBe(`IssuerRegistryDocumentInvalid(${digest}, ${ZeroHash})`)
  })

  it('refuses the DID of another, and any document of someone never accredited', async () => {
    const { academy, school, stranger, send } = ledger
    await send(school, 'recordDocument', id('did:web:school'), id('document'))
    expect(await refusal(academy, 'recordDocument', id('did:web:school'), id('forged')))
      .toBe(`IssuerRegistryDidHeld(${id('did:web:school')}, ${school.address})`)
    expect(await refusal(stranger, 'recordDocument', id('did:web:stranger'), id('document')))
      .toBe(`IssuerRegistryNotEntitled(${stranger.address}, 0)`)
  })

  it('refuses to anchor for someone not accredited, twice, or nothing', async () => {
    const { school, stranger } = ledger
    expect(await refusal(stranger, 'anchor', id('other'), COMPETENCE))
      .toBe(`CredentialAnchorNotAccredited(${stranger.address}, 1)`)
    expect(await refusal(school, 'anchor', id('other'), DIPLOMA))
      .toBe(`CredentialAnchorNotAccredited(${school.address}, 2)`)
    expect(await refusal(school, 'anchor', ROOT, COMPETENCE)).toBe(`CredentialAnchorAlreadyAnchored(${ROOT})`)
    expect(await refusal(school, 'anchor', ZeroHash, COMPETENCE)).toBe(`CredentialAnchorRootInvalid(${ZeroHash})`)
  })

  it('refuses an empty status list', async () => {
    for (const values of [[id('list'), ZeroHash], [ZeroHash, id('digest')]]) {
      expect(await refusal(ledger.school, 'publishStatusList', ...values))
        .toBe(`CredentialAnchorDigestInvalid(${ZeroHash})`)
    }
  })

  it('refuses to anchor a diploma by the word of its issuer alone', async () => {
    const { ministry, academy, send } = ledger
    await send(ministry, 'accredit', academy.address, DIPLOMA, 0, end, false)
    expect(await refusal(academy, 'anchor', id('other'), DIPLOMA)).toBe(`CredentialAnchorNotDeliberated(${id('other')})`)
  })

  it('refuses a successor of an issuer that stands, a second one, and one that cannot be', async () => {
    const { ministry, academy, school, stranger, send, nextBlockAt } = ledger
    expect(await refusal(academy, 'succeed', school.address, academy.address))
      .toBe(`IssuerRegistryNotClosed(${school.address}, 1, ${end})`)
    expect(await refusal(ministry, 'succeed', school.address, stranger.address))
      .toBe(`IssuerRegistrySuccessorInvalid(${school.address}, ${stranger.address})`)
    await nextBlockAt(end)
    await send(academy, 'succeed', school.address, academy.address)
    expect(await refusal(ministry, 'succeed', school.address, academy.address))
      .toBe(`IssuerRegistryAlreadySucceeded(${school.address}, ${academy.address})`)
  })

  it('has no refusal that was not seen above, but those of juries, which jury.test.ts sees', () => {
    const declared = compiled.abi.filter(entry => entry.type === 'error').map(entry => String(entry.name))
      .filter(name => !/^(JurySeats|Deliberations)/.test(name))
    expect([...refusals.seen].sort()).toEqual(declared.sort())
  })
})
