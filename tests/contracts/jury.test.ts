// SPDX-License-Identifier: EUPL-1.2
import { id, ZeroHash } from 'ethers'
import type { Signer } from 'ethers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { bytes32Of, DIPLOMA, juryOf, signatureOf } from '#contracts/scripts/jury.ts'
import { newPasskey } from '#contracts/scripts/passkey.ts'
import type { Passkey } from '#contracts/scripts/passkey.ts'
import { openLedger } from '#contracts/scripts/simulated.ts'
import type { SimulatedLedger } from '#contracts/scripts/simulated.ts'
import { challengeOf, memberOf, REFUSAL, toBatch, toMemberSignature } from '#domain/anchoring/index.ts'
import type { Bytes32, MemberSignature } from '#domain/anchoring/index.ts'
import { refusalsOf } from './refusal-of.ts'

const YEAR = 365 * 86_400
const RESULTS = bytes32Of('results')
const ROOT = bytes32Of('root')
const words = new Set(compiled.abi.filter(({ type }) => type === 'error').map(({ name }) => String(name)))

// Real keys and real signatures (node:crypto), on a network that knows P-256 and on one that does not.
for (const chain of ['sim', 'simWithoutP256'] as const) describe(`A jury of passkeys on ${chain}`, () => {
  const [anne, bruno, chloe, david, nobody] = Array.from({ length: 5 }, newPasskey) as [Passkey, Passkey, Passkey, Passkey, Passkey]
  let ledger: SimulatedLedger
  let jury: ReturnType<typeof juryOf>
  let today: number
  let refusals: ReturnType<typeof refusalsOf>
  let sessions = 0

  const refusal = (by: Signer, verb: string, ...values: unknown[]) =>
    refusals.of(ledger.contract.connect(by).getFunction(verb).staticCall(...values))
  const nextSession = () => bytes32Of(`session ${++sessions}`)
  const openOne = async () => (await jury.open(nextSession(), RESULTS, 2)).deliberation
  const sign = (who: Passkey, deliberation: Bytes32, results = RESULTS, root: Bytes32 = ROOT) =>
    signatureOf(ledger, { deliberation, results, root }, who)
  const decide = (deliberation: Bytes32, ...signatures: MemberSignature[]) =>
    ledger.send(ledger.stranger, 'decide', deliberation, ROOT, signatures)
  const refusedDecision = (deliberation: Bytes32, ...signatures: MemberSignature[]) =>
    refusal(ledger.stranger, 'decide', deliberation, ROOT, signatures)

  beforeAll(async () => {
    ledger = await openLedger(chain)
    refusals = refusalsOf(ledger.contract.interface)
    today = await ledger.now()
    const { ministry, academy, school } = ledger
    for (const issuer of [academy, school]) await ledger.send(ministry, 'accredit', issuer.address, DIPLOMA, 0, today + YEAR, false)
    jury = juryOf(ledger, academy, [anne, bruno, chloe])
    for (const passkey of [anne, bruno, chloe, david]) await jury.seat(passkey, today + YEAR)
  })
  afterAll(() => ledger.close())

  it('computes the same member, deliberation and challenge in the domain and in the contract', async () => {
    expect(await ledger.ask('memberOf', anne.point.x, anne.point.y)).toBe(memberOf(anne.point))
    const session = nextSession()
    const { deliberation } = await jury.open(session, RESULTS, 3)
    expect(await ledger.ask('lastRoundOf', ledger.academy.address, session)).toBe(deliberation)
    for (const root of [ROOT, REFUSAL]) {
      expect(await ledger.ask('challengeOf', deliberation, RESULTS, root))
        .toBe(challengeOf(ledger.place, { deliberation, results: RESULTS, root }))
    }
  })

  it('decides by two of three, whoever brings the signatures, and anchors batches under what they signed', async () => {
    const deliberation = await openOne()
    const batches = ['first', 'second', 'third', 'fourth'].map(name => bytes32Of(`${name} of ${chain}`))
    const session = toBatch(batches, [])
    const signatures = [bruno, chloe].map(who => sign(who, deliberation, RESULTS, session.root))
    await ledger.send(ledger.stranger, 'decide', deliberation, session.root, signatures)
    for (const batch of batches) await ledger.send(ledger.academy, 'anchorDecided', batch, deliberation, session.pathOf(batch))
    expect(await ledger.ask('deliberationUnder', batches[0])).toBe(deliberation)
    const { outcome, signed, root, members } = await ledger.ask('deliberationOf', deliberation)
    expect([outcome, signed, root, [...members]]).toEqual([2n, 0b110n, session.root, jury.members])
    expect((await ledger.ask('anchorOf', batches[3])).kind).toBe(BigInt(DIPLOMA))
  })

  it('refuses a batch without quorum', async () => {
    const open = await openOne()
    expect(await refusedDecision(open, sign(anne, open))).toBe(`DeliberationsQuorumMissing(${open}, 1, 2)`)
    expect(await refusal(ledger.academy, 'anchorDecided', ROOT, open, [])).toBe(`DeliberationsUndecided(${open})`)
    expect(await refusal(ledger.academy, 'anchor', ROOT, DIPLOMA)).toBe(`CredentialAnchorNotDeliberated(${ROOT})`)
  })

  it('refuses a stranger, and the same member counted twice', async () => {
    const open = await openOne()
    expect(await refusedDecision(open, sign(anne, open), sign(nobody, open)))
      .toBe(`DeliberationsStranger(${open}, ${memberOf(nobody.point)})`)
    expect(await refusedDecision(open, sign(anne, open), sign(anne, open)))
      .toBe(`DeliberationsCountedTwice(${open}, ${memberOf(anne.point)})`)
  })

  it('refuses signatures over other results, over another root, and from another deliberation, said or disguised', async () => {
    const [open, other] = [await openOne(), await openOne()]
    const invalid = `DeliberationsSignatureInvalid(${open}, ${memberOf(bruno.point)})`
    const elsewhere = bytes32Of('elsewhere')
    const cases: [MemberSignature, string][] = [
      [sign(bruno, open, elsewhere), `DeliberationsOtherResults(${RESULTS}, ${elsewhere})`],
      [sign(bruno, open, RESULTS, elsewhere), `DeliberationsOtherRoot(${ROOT}, ${elsewhere})`],
      [sign(bruno, open, RESULTS, REFUSAL), `DeliberationsOtherRoot(${ROOT}, ${REFUSAL})`],
      [sign(bruno, other), `DeliberationsReplayed(${open}, ${other})`],
    ]
    for (const [signature, expected] of cases) {
      expect(await refusedDecision(open, sign(anne, open), signature)).toBe(expected)
      const disguised = { ...signature, deliberation: open, results: RESULTS, root: ROOT }
      expect(await refusedDecision(open, sign(anne, open), disguised)).toBe(invalid)
    }
  })

  it('refuses a signature made for another chain or another contract, or without its person', async () => {
    const open = await openOne()
    const statement = { deliberation: open, results: RESULTS, root: ROOT }
    const invalid = `DeliberationsSignatureInvalid(${open}, ${memberOf(bruno.point)})`
    const { place } = ledger
    for (const elsewhere of [{ ...place, chainId: 1 }, { ...place, contract: ledger.school.address }]) {
      const made = toMemberSignature(elsewhere, statement, bruno.point, bruno.answer(challengeOf(elsewhere, statement)))
      expect(await refusedDecision(open, sign(anne, open), made)).toBe(invalid)
    }
    for (const flags of [0x04, 0x01]) {
      const answer = bruno.answer(challengeOf(place, statement), { flags })
      // The packing refuses these by itself: it is shown other flags than were signed, then the true ones are put back.
      const shown = Uint8Array.from(answer.authenticatorData).fill(0x05, 32, 33)
      const made = toMemberSignature(place, statement, bruno.point, { ...answer, authenticatorData: shown })
      made.assertion.authenticatorData = `0x${Buffer.from(answer.authenticatorData).toString('hex')}`
      expect(await refusedDecision(open, sign(anne, open), made)).toBe(invalid)
    }
  })

  it('refuses a member whose accreditation to sit has ended, until a substitute takes the place', async () => {
    const { academy, send, ask } = ledger
    const open = await openOne()
    const end = await ledger.now() + 10
    await send(academy, 'endSeat', memberOf(chloe.point), end)
    await ledger.nextBlockAt(end)
    await send(academy, 'replace', open, memberOf(bruno.point), memberOf(david.point))
    expect(await refusedDecision(open, sign(anne, open), sign(chloe, open)))
      .toBe(`JurySeatsNotSeated(${academy.address}, ${memberOf(chloe.point)})`)
    expect(await refusedDecision(open, sign(anne, open), sign(bruno, open)))
      .toBe(`DeliberationsStranger(${open}, ${memberOf(bruno.point)})`)
    await decide(open, sign(anne, open), sign(david, open))
    const { signed, replaced } = await ask('deliberationOf', open)
    expect([signed, replaced]).toEqual([0b1001n, 0b10n])
    await jury.seat(chloe, today + YEAR)
    expect(await ask('isSeated', academy.address, memberOf(chloe.point), end)).toBe(false)
    expect(await ask('seatsOf', academy.address, memberOf(chloe.point))).toHaveLength(2)
  })

  it('closes by refusal, anchors nothing after it, and goes on in a new round over other results', async () => {
    const { academy, send, ask } = ledger
    const session = nextSession()
    const { deliberation } = await jury.open(session, RESULTS, 2)
    await send(ledger.stranger, 'refuse', deliberation, [anne, bruno].map(who => sign(who, deliberation, RESULTS, REFUSAL)))
    expect(await refusal(academy, 'anchorDecided', ROOT, deliberation, [])).toBe(`DeliberationsResultsRefused(${deliberation})`)
    expect(await refusedDecision(deliberation, sign(anne, deliberation), sign(bruno, deliberation)))
      .toBe(`DeliberationsClosed(${deliberation}, 3)`)
    expect(await refusal(academy, 'open', session, RESULTS, jury.members, 2)).toBe(`DeliberationsSessionHeld(${session}, ${deliberation})`)
    expect(await refusal(academy, 'reopen', deliberation, RESULTS, jury.members, 2)).toBe(`DeliberationsResultsUnchanged(${RESULTS})`)
    const others = bytes32Of('other results')
    const next = await jury.reopen(deliberation, session, others, 2)
    expect(await refusal(academy, 'reopen', deliberation, others, jury.members, 2)).toBe(`DeliberationsNotReopenable(${deliberation}, 3)`)
    await decide(next.deliberation, sign(anne, next.deliberation, others), sign(bruno, next.deliberation, others))
    const root = bytes32Of(`root of ${chain}`)
    expect(await refusal(academy, 'anchorDecided', root, next.deliberation, [])).toBe(`DeliberationsRootOutside(${next.deliberation}, ${root})`)
    const { round, previous } = await ask('deliberationOf', next.deliberation)
    expect([round, previous]).toEqual([2n, deliberation])
  })

  it('keeps the minutes of what is closed, for its issuer alone', async () => {
    const { academy, school, send, ask } = ledger
    const open = await openOne()
    expect(await refusal(academy, 'addMinutes', open, id('minutes'))).toBe(`DeliberationsUndecided(${open})`)
    await decide(open, sign(anne, open), sign(bruno, open))
    expect(await refusal(school, 'addMinutes', open, id('minutes'))).toBe(`DeliberationsNotYours(${open}, ${academy.address})`)
    for (const text of ['minutes', 'corrected']) await send(academy, 'addMinutes', open, id(text))
    expect([...await ask('minutesOf', open)]).toEqual([id('minutes'), id('corrected')])
  })

  it('refuses seats and deliberations that cannot be', async () => {
    const { academy, stranger } = ledger
    const { members } = jury
    const [first = '', second = ''] = members
    const { x, y } = nobody.point
    const end = today + YEAR
    const beside = `0x${(BigInt(y) ^ 1n).toString(16).padStart(64, '0')}`
    expect(await refusal(stranger, 'seat', x, y, 0, end)).toBe(`JurySeatsNotEntitled(${stranger.address})`)
    expect(await refusal(academy, 'seat', x, beside, 0, end)).toBe(`JurySeatsKeyInvalid(${x}, ${beside})`)
    expect(await refusal(academy, 'seat', x, y, end, end)).toBe(`JurySeatsPeriodInvalid(${end}, ${end})`)
    expect(await refusal(academy, 'seat', anne.point.x, anne.point.y, 0, end + 1)).toBe(`JurySeatsAlreadySeated(${academy.address}, ${first}, ${end})`)
    expect(await refusal(academy, 'endSeat', first, today)).toBe(`JurySeatsDateInPast(${today})`)
    expect(await refusal(academy, 'open', nextSession(), RESULTS, members, 4)).toBe('DeliberationsQuorumInvalid(4, 3)')
    expect(await refusal(academy, 'open', nextSession(), ZeroHash, members, 2)).toBe(`DeliberationsDigestInvalid(${ZeroHash})`)
    expect(await refusal(academy, 'open', nextSession(), RESULTS, [first, first, second], 2)).toBe(`DeliberationsMemberRepeated(${first})`)
    expect(await refusal(academy, 'decide', RESULTS, ROOT, [])).toBe(`DeliberationsUnknown(${RESULTS})`)
  })

  it('has no refusal about juries that was not seen above', () => {
    const declared = [...words].filter(name => /^(JurySeats|Deliberations|CredentialAnchorNotDeliberated)/.test(name))
    expect([...refusals.seen].sort()).toEqual(declared.sort())
  })
})
