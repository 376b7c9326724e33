// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomUUID } from 'node:crypto'
import { Interface } from 'ethers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { leafOf, toHex } from '#domain/anchoring/index.ts'
import { readMultikey } from '#domain/credential/data-integrity/index.ts'
import { formsKeyOf } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { diplomas } from '#service/adapters/diploma-store/index.ts'
import type { IssuingTables } from '#service/adapters/issuing-store/index.ts'
import { competences, tableStatusActs } from '#service/adapters/status-store/index.ts'
import type { Minutes } from '#service/use-cases/deliberation/index.ts'
import { statusUseCases } from '#service/use-cases/status/index.ts'
import { startService, type RunningService, type Visitor } from '#tests/support/service.ts'
import { ACADEMY, csvOf, SESSION, soundLine } from '#tests/support/results-file.ts'
import { attachmentIn, certificateIn } from '#tests/support/pdf.ts'
import { softPasskey, type SoftPasskey } from '#tests/support/soft-passkey.ts'
import { eachDatabase } from '../issuing/support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

type Place = { person: string; name: string; vote: string | null; replacedBy: string | null }
type Deliberation = { id: string; state: string; round: number; afterRefusal: boolean; name: string; root: string | null; digest: string; counts: unknown; minutes: boolean; signedMinutes: boolean; places: Place[]; problem: string | null }
type Options = { challenge: string; rpId: string }
type Sitting = { deliberation: Deliberation; ask: { decided: Options | null; refused: Options | null } }

const words = new Interface(compiled.abi)
const SEPTEMBER = '2026-09'
const names = { 'demo-jury': 'Paul Rivière', 'demo-jury-2': 'Maëlle Kerbrat', 'demo-jury-3': 'Thierry Nguyen' }
type Member = keyof typeof names
const members = Object.keys(names) as Member[]

for (const { name, open: openDatabase } of eachDatabase) describe(`a jury, by its routes, on the embedded ledger and ${name}`, () => {
  let service: RunningService
  let database: Database
  let officer: Visitor
  const jury = {} as Record<Member, { visitor: Visitor; passkey: SoftPasskey; person: string }>

  const json = async <Body>(answer: Promise<Response>) => {
    const response = await answer
    return { status: response.status, body: await response.json() as Body }
  }
  const code = async (answer: Promise<Response>) => {
    const { status, body } = await json<{ code?: string; values?: { fault?: string } }>(answer)
    return [status, body.code, body.values?.fault].filter(Boolean).join(' ')
  }
  const register = async (visitor: Visitor, passkey: SoftPasskey) => {
    const { options } = (await json<{ options: Parameters<SoftPasskey['create']>[0] }>(visitor.post('/api/juries/passkey/begin'))).body
    return visitor.post('/api/juries/passkey', passkey.create(options))
  }
  /** These lines, sent and confirmed. */
  const confirm = async (results: string, text: string, kind = 'results') => {
    const sent = officer.send(`/api/results/sessions/${results}/files?kind=${kind}`, { method: 'POST', body: text, headers: { 'content-type': 'text/csv' } })
    const { file } = (await json<{ file: { id: string; digest: string } }>(sent)).body
    expect((await officer.post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: true })).status).toBe(200)
  }
  const openResults = async (session: string) =>
    (await json<{ session: { id: string } }>(officer.post('/api/results/sessions', { session, academy: ACADEMY }))).body.session.id
  const open = (results: string, who: Member[], quorum: number) =>
    officer.post('/api/deliberations', { results, quorum, people: who.map((one) => jury[one].person) })
  const sitting = async (who: Member, id: string) => (await json<Sitting>(jury[who].visitor.get(`/api/sittings/${id}`))).body
  const until = (id: string, what: (one: Deliberation) => unknown) => vi.waitFor(async () => {
    const { deliberation } = (await json<{ deliberation: Deliberation }>(officer.get(`/api/deliberations/${id}`))).body
    expect(what(deliberation), JSON.stringify(deliberation)).toBeTruthy()
    return deliberation
  }, { timeout: 60_000, interval: 1_000 })
  const sign = async (who: Member, id: string, vote: 'decided' | 'refused', passkey = jury[who].passkey) => {
    const asked = (await sitting(who, id)).ask[vote]
    if (!asked) throw new Error(`${who} is not asked for ${vote}`)
    return jury[who].visitor.post(`/api/sittings/${id}/sign`, { vote, answer: passkey.sign(asked) })
  }
  const onLedger = async (name: string, ...values: unknown[]) => {
    const { contract } = (await json<{ contract: string }>(officer.get('/api/ledger'))).body
    const params = [{ to: contract, data: words.encodeFunctionData(name, values) }, 'latest']
    const { result } = (await json<{ result: string }>(officer.post('/api/ledger/rpc', { jsonrpc: '2.0', id: 1, method: 'eth_call', params }))).body
    return words.decodeFunctionResult(name, result)[0] as string[]
  }
  /** The signed minutes hold their data, bear the key of the academy's DID, and are the ones whose salted digest the ledger has. */
  const expectFiled = async (id: string) => {
    const [answer, data] = [await officer.get(`/api/deliberations/${id}/minutes.pdf`), await officer.get(`/api/deliberations/${id}/minutes`)]
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store'])
    const [file, text] = [Buffer.from(await answer.arrayBuffer()), await data.text()]
    expect(attachmentIn(file).toString('utf8')).toBe(text)
    const { salt, ledger } = JSON.parse(text) as Minutes
    const digest = leafOf(salt, toHex(createHash('sha256').update(file).digest()))
    expect([...await onLedger('minutesOf', ledger.deliberation)]).toEqual([digest])
    const certificate = certificateIn(file)
    const [, path = ''] = /^URI:did:web:[^:]+:(.*)$/.exec(certificate.subjectAltName ?? '') ?? []
    const document = (await json<JsonObject>(service.visitor().get(`/${path.replaceAll(':', '/')}/did.json`))).body
    const point = readMultikey(formsKeyOf(document)!.multikey)!.bytes
    expect(certificate.publicKey.export({ format: 'jwk' }).x).toBe(Buffer.from(point.subarray(1)).toString('base64url'))
    expect(ledger.closing!.block.timestamp).toBeGreaterThan(0)
  }
  const progressOf = async (id: string) =>
    (await json<{ state: string; issued: number; root: string; batches: object }>(officer.get(`/api/issuing/${id}`))).body

  beforeAll(async () => {
    database = await openDatabase()
    service = await startService({ database })
    officer = await service.signIn('demo-academy')
    for (const one of members) jury[one] = { visitor: await service.signIn(one), passkey: softPasskey(service.origin), person: '' }
  })
  afterAll(() => service?.close())

  it('registers the passkeys of its members, and none that another has, that verifies nobody, or that was not asked for', async () => {
    const { visitor, passkey } = jury['demo-jury']
    expect(await code(register(visitor, softPasskey(service.origin, { verifies: false })))).toBe('422 ERR_PASSKEY_INVALID')
    expect(await code(register(visitor, softPasskey('https://elsewhere.example')))).toBe('422 ERR_PASSKEY_INVALID')
    expect(await code(visitor.post('/api/juries/passkey', passkey.create({ challenge: 'AAAA', rp: { id: 'localhost' } })))).toBe('409 ERR_PASSKEY_MISSING')
    for (const one of members) expect((await register(jury[one].visitor, jury[one].passkey)).status).toBe(201)
    expect(await code(register(jury['demo-jury-2'].visitor, passkey))).toBe('409 ERR_PASSKEY_TAKEN')
    const { people } = (await json<{ people: { person: string; name: string; hasPasskey: boolean }[] }>(officer.get('/api/juries/people'))).body
    expect(people.map((one) => [one.name, one.hasPasskey])).toEqual(Object.values(names).toSorted().map((name) => [name, true]))
    for (const one of members) jury[one].person = people.find((found) => found.name === names[one])?.person ?? ''
    expect(await code(officer.get('/api/juries/passkey'))).toBe('403 ERR_NOT_ALLOWED')
  })

  it('decides over the results as they were confirmed: a stranger’s, a replayed and a second signature count for nothing', async () => {
    const results = await openResults(SESSION)
    expect(await code(open(results, members, 2))).toBe('409 ERR_DELIBERATION_NO_RESULTS')
    await confirm(results, csvOf([soundLine(1), soundLine(2), { ...soundLine(3), average: '8', mention: '', decision: 'Refusé' }]))
    expect(await code(open(results, members, 1))).toBe('422 ERR_JURY_QUORUM')
    expect(await code(open(results, ['demo-jury', 'demo-jury'], 2))).toBe('422 ERR_JURY_MEMBER_UNKNOWN')
    const { id } = (await json<{ deliberation: Deliberation }>(open(results, ['demo-jury', 'demo-jury-2'], 2))).body.deliberation
    expect(await code(open(results, members, 2))).toBe('409 ERR_DELIBERATION_HELD')
    const opened = await until(id, ({ state }) => state === 'open')
    expect(opened.counts).toEqual({ admitted: 2, refused: 1, mentions: { none: 0, 'assez-bien': 0, bien: 2, 'tres-bien': 0 } })

    // The diplomas are made and kept back; what the jury signs commits to each of them.
    const { root } = await until(id, (one) => one.root !== null)
    expect((await progressOf(id)).root).toBe(root)
    const early = jury['demo-jury'].passkey.sign((await sitting('demo-jury', id)).ask.refused!)

    expect(await code(jury['demo-jury-3'].visitor.get(`/api/sittings/${id}`))).toBe('404 ERR_DELIBERATION_UNKNOWN')
    expect(await code(jury['demo-jury-3'].visitor.post(`/api/sittings/${id}/sign`, { vote: 'decided', answer: early }))).toBe('404 ERR_DELIBERATION_UNKNOWN')
    expect(await code(sign('demo-jury', id, 'decided', jury['demo-jury-3'].passkey))).toBe('422 ERR_ASSERTION_INVALID not-of-this-passkey')
    expect(await code(jury['demo-jury'].visitor.post(`/api/sittings/${id}/sign`, { vote: 'decided', answer: early }))).toBe('422 ERR_ASSERTION_INVALID challenge-differs')
    expect((await sign('demo-jury', id, 'decided')).status).toBe(200)
    expect((await sitting('demo-jury', id)).ask).toEqual({ decided: null, refused: null })
    expect(await code(jury['demo-jury'].visitor.post(`/api/sittings/${id}/sign`, { vote: 'refused', answer: early }))).toBe('409 ERR_DELIBERATION_SIGNED')
    expect((await sign('demo-jury-2', id, 'decided')).status).toBe(200)

    await until(id, ({ state, minutes }) => state === 'decided' && minutes)
    expect(await progressOf(id)).toMatchObject({ state: 'anchored', issued: 2, batches: { closed: 1, confirmed: 1 } })
    const minutes = (await json<{ outcome: string; members: { vote: string }[]; signatures: unknown[] }>(officer.get(`/api/deliberations/${id}/minutes`))).body
    expect([minutes.outcome, minutes.members.map(({ vote }) => vote), minutes.signatures.length]).toEqual(['decided', ['decided', 'decided'], 2])
    expect(await code(open(results, members, 2))).toBe('409 ERR_DELIBERATION_HELD')
    await expectFiled(id)
  })

  it('gives the place of an absent member to another, refuses, and deliberates again over other results alone', async () => {
    const results = await openResults(SEPTEMBER)
    await confirm(results, csvOf([{ ...soundLine(11), session: SEPTEMBER }]))
    const { id } = (await json<{ deliberation: Deliberation }>(open(results, ['demo-jury', 'demo-jury-2'], 2))).body.deliberation
    await until(id, ({ state }) => state === 'open')
    const change = (absent: Member, substitute: Member) =>
      officer.post(`/api/deliberations/${id}/replace`, { absent: jury[absent].person, substitute: jury[substitute].person })
    expect(await code(change('demo-jury-2', 'demo-jury'))).toBe('409 ERR_DELIBERATION_REPLACEMENT')
    expect((await change('demo-jury-2', 'demo-jury-3')).status).toBe(200)
    expect((await sitting('demo-jury-2', id)).ask).toEqual({ decided: null, refused: null })
    const late = softPasskey(service.origin).sign({ challenge: 'AAAA', rpId: 'localhost' })
    expect(await code(jury['demo-jury-2'].visitor.post(`/api/sittings/${id}/sign`, { vote: 'refused', answer: late }))).toBe('404 ERR_DELIBERATION_UNKNOWN')

    const replayed = jury['demo-jury'].passkey.sign((await sitting('demo-jury', id)).ask.refused!)
    expect((await sign('demo-jury', id, 'refused')).status).toBe(200)
    expect(await code(change('demo-jury', 'demo-jury-2'))).toBe('409 ERR_DELIBERATION_SIGNED')
    expect((await sign('demo-jury-3', id, 'refused')).status).toBe(200)
    // A refusal is filed as a decision is.
    await until(id, ({ state, minutes }) => state === 'refused' && minutes)
    await expectFiled(id)

    expect(await code(open(results, ['demo-jury', 'demo-jury-2'], 2))).toBe('409 ERR_DELIBERATION_RESULTS_UNCHANGED')
    await confirm(results, csvOf([{ ...soundLine(11), session: SEPTEMBER, average: '17', mention: 'TB' }]), 'corrections')
    const next = (await json<{ deliberation: Deliberation }>(open(results, ['demo-jury', 'demo-jury-2'], 2))).body.deliberation
    const again = await until(next.id, ({ state }) => state === 'open')
    expect([again.round, again.afterRefusal, again.counts]).toEqual([2, true, { admitted: 1, refused: 0, mentions: { none: 0, 'assez-bien': 0, bien: 0, 'tres-bien': 1 } }])
    expect(await code(jury['demo-jury'].visitor.post(`/api/sittings/${next.id}/sign`, { vote: 'refused', answer: replayed }))).toBe('422 ERR_ASSERTION_INVALID challenge-differs')

    // What changes under an open deliberation can be refused, not decided.
    await until(next.id, ({ root }) => root !== null)
    await confirm(results, csvOf([{ ...soundLine(12), session: SEPTEMBER }]), 'additions')
    expect(await code(sign('demo-jury', next.id, 'decided'))).toBe('409 ERR_DELIBERATION_RESULTS_CHANGED')
    expect((await sign('demo-jury', next.id, 'refused')).status).toBe(200)
  })

  it('ends the seat of a member who sits nowhere, on the ledger, and gives it anew to one who is named again', async () => {
    type Seat = { member: string; name: string; sits: boolean; endingSince: string | null }
    const seats = async () => (await json<{ seats: Seat[] }>(officer.get('/api/juries/seats'))).body.seats
    const end = (member = '') => officer.post('/api/juries/seats/end', { member })
    const [maelle, paul, thierry] = await seats()
    expect([maelle, paul, thierry].map((seat) => [seat?.name, seat?.sits, seat?.endingSince])).toEqual(
      [['Maëlle Kerbrat', true, null], ['Paul Rivière', true, null], ['Thierry Nguyen', false, null]])
    expect(await code(end(paul?.member))).toBe('409 ERR_JURY_MEMBER_SITS')
    expect(await code(end(`0x${'0'.repeat(64)}`))).toBe('404 ERR_JURY_SEAT_UNKNOWN')
    expect(await code(end('Thierry'))).toBe('400 ERR_REQUEST_INVALID')
    expect(await code(jury['demo-jury'].visitor.post('/api/juries/seats/end', { member: thierry?.member }))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(jury['demo-jury'].visitor.get('/api/juries/seats'))).toBe('403 ERR_NOT_ALLOWED')
    expect((await end(thierry?.member)).status).toBe(200)
    expect((await seats()).find(({ member }) => member === thierry?.member)?.endingSince).not.toBeNull()
    expect(await code(end(thierry?.member))).toBe('404 ERR_JURY_SEAT_UNKNOWN')
    await vi.waitFor(async () => expect((await seats()).map(({ name }) => name)).toEqual(['Maëlle Kerbrat', 'Paul Rivière']), { timeout: 90_000, interval: 2_000 })

    const { deliberations } = (await json<{ deliberations: Deliberation[] }>(officer.get('/api/deliberations'))).body
    const { id = '', name: onTheLedger = '' } = deliberations.find(({ state }) => state === 'open') ?? {}
    const change = { absent: jury['demo-jury-2'].person, substitute: jury['demo-jury-3'].person }
    expect((await officer.post(`/api/deliberations/${id}/replace`, change)).status).toBe(200)
    const { issuer } = await onLedger('deliberationOf', onTheLedger) as unknown as { issuer: string }
    await vi.waitFor(async () => expect(await onLedger('seatsOf', issuer, thierry?.member)).toHaveLength(2), { timeout: 60_000, interval: 1_000 })
    expect((await seats()).map(({ name, sits }) => [name, sits])).toEqual([['Maëlle Kerbrat', false], ['Paul Rivière', true], ['Thierry Nguyen', true]])
  }, 240_000)

  it('shows a deliberation to its academy alone, and writes no name into the log', async () => {
    const { deliberations } = (await json<{ deliberations: Deliberation[] }>(officer.get('/api/deliberations'))).body
    expect(deliberations).toHaveLength(3)
    expect(await code(jury['demo-jury'].visitor.get('/api/deliberations'))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(jury['demo-jury'].visitor.get(`/api/deliberations/${deliberations[1]?.id}/minutes.pdf`))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(officer.get(`/api/deliberations/${deliberations[0]?.id}/minutes.pdf`))).toBe('409 ERR_DELIBERATION_NO_MINUTES')
    expect(await code(service.visitor().get('/api/sittings'))).toBe('401 ERR_NOT_SIGNED_IN')
    const [{ id = '' } = {}] = deliberations
    expect((await officer.get(`/api/deliberations/${id}`)).status).toBe(200)
    await sql`update people set academy = 'Paris' where 'academy' = any(roles)`.execute(database.db)
    expect((await json<object>(officer.get('/api/deliberations'))).body).toEqual({ deliberations: [] })
    for (const path of ['', '/minutes', '/minutes.pdf']) expect(await code(officer.get(`/api/deliberations/${id}${path}`))).toBe('404 ERR_DELIBERATION_UNKNOWN')
    for (const one of Object.values(names)) expect(service.log.join('')).not.toContain(one)
  })

  it('deliberates on corrections once the session is decided: their diplomas alone are issued, and one takes the place of the one it corrects', async () => {
    // The provider says again which academy the officer works for.
    officer = await service.signIn('demo-academy')
    const results = await openResults(SESSION)
    const { rows: [former] } = await sql<{ id: string }>`select id from diplomas where session in (select id from deliberations where results = ${results}) and place = 0`.execute(database.db)
    const acts = statusUseCases({
      acts: tableStatusActs(database.db.withTables<IssuingTables>(), [competences(), diplomas()]),
      fileOf: () => Promise.reject(new Error('no file is asked for')), edge: { now: () => new Date(), uuid: randomUUID },
    })
    const [first, second] = [{ id: 'officer-1', school: null, academy: ACADEMY }, { id: 'officer-2', school: null, academy: ACADEMY }]
    const found = async (id: string) => (await acts.findCredential(first!, id)).credential
    expect(await found(former!.id)).toMatchObject({ kind: 'diploma', corrected: false })

    await confirm(results, csvOf([{ ...soundLine(1), familyName: 'Lefèvre-Corrigée' }]), 'corrections')
    const { id } = (await json<{ deliberation: Deliberation }>(open(results, ['demo-jury', 'demo-jury-2'], 2))).body.deliberation
    const { counts, afterRefusal } = await until(id, ({ state, root }) => state === 'open' && root !== null)
    expect([afterRefusal, counts]).toMatchObject([false, { admitted: 1, refused: 0 }])
    for (const one of ['demo-jury', 'demo-jury-2'] as const) expect((await sign(one, id, 'decided')).status).toBe(200)
    await until(id, ({ state, minutes }) => state === 'decided' && minutes)
    expect(await progressOf(id)).toMatchObject({ state: 'anchored', issued: 1 })

    expect(await found(former!.id)).toMatchObject({ state: 'valid', corrected: true })
    await acts.decideAct(second!, await acts.proposeAct(first!, { credential: former!.id, act: 'correct', reason: 'name-changed' }), 'confirmed')
    const { rows: [next] } = await sql<{ id: string }>`select id from diplomas where session = ${id}`.execute(database.db)
    expect(await found(former!.id)).toMatchObject({ state: 'revoked', replacedBy: next!.id, corrected: false })
    expect(await found(next!.id)).toMatchObject({ state: 'valid', replaces: former!.id, holder: 'Chloé, Marie Lefèvre-Corrigée' })
    expect(await code(open(results, members, 2))).toBe('409 ERR_DELIBERATION_HELD')
  })
})
