// SPDX-License-Identifier: EUPL-1.2
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type RunningService, type Visitor } from '#tests/support/service.ts'
import { csvOf, ndjsonOf, SESSION, soundLine } from '#tests/support/results-file.ts'

describe('the routes of results', () => {
  let service: RunningService
  let officer: Visitor
  let results: string
  beforeAll(async () => {
    service = await startService()
    officer = await service.signIn('demo-academy')
    results = (await json<{ session: { id: string } }>(officer.post('/api/results/sessions', { session: SESSION, academy: '10' }))).body.session.id
  })
  afterAll(() => service?.close())

  async function json<Body>(answer: Promise<Response>): Promise<{ status: number; body: Body }> {
    const response = await answer
    return { status: response.status, body: await response.json() as Body }
  }
  type File = { file: { id: string; digest: string; state: string; sound: number; faulty: number; admitted: number; resultsDigest: string | null } }
  type Refusal = { code: string; values: Record<string, unknown> }
  const upload = (text: string, { kind = 'results', type = 'text/csv', who = officer, to = results } = {}) =>
    who.send(`/api/results/sessions/${to}/files?kind=${kind}`, { method: 'POST', body: text, headers: { 'content-type': type } })
  const code = async (answer: Promise<Response>) => {
    const { status, body } = await json<Refusal>(answer)
    return `${status} ${body.code}`
  }
  const faultyLine = { ...soundLine(2), schoolUai: '0690001Z', familyName: 'Zztop9' }

  it('take a file, report on it, page and download its faults, and confirm it in the jury’s name', async () => {
    const { status, body: { file } } = await json<File>(upload(csvOf([soundLine(1), faultyLine, soundLine(3)])))
    expect([status, file.state, file.sound, file.faulty, file.admitted]).toEqual([201, 'checked', 2, 1, 2])
    const report = await json<{ counts: unknown[]; session: { academy: unknown } }>(officer.get(`/api/results/files/${file.id}`))
    expect(report.body).toMatchObject({ session: { academy: { code: '10', name: 'Lyon' } }, counts: [
      { code: 'digits', column: 'familyName', count: 1, lines: [3] }, { code: 'uai-letter', column: 'schoolUai', count: 1, lines: [3] },
    ] })
    const first = await json<{ faults: unknown[]; next: string }>(officer.get(`/api/results/files/${file.id}/faults?limit=1`))
    const second = await json<{ faults: unknown[]; next: string }>(officer.get(`/api/results/files/${file.id}/faults?limit=1&after=${first.body.next}`))
    expect([first.body.faults, second.body.faults]).toEqual([[{ line: 3, code: 'digits', column: 'familyName' }], [{ line: 3, code: 'uai-letter', column: 'schoolUai' }]])

    expect(await code(officer.post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: false }))).toBe('409 ERR_RESULTS_FAULTY_LINES')
    const confirmed = await json<File>(officer.post(`/api/results/files/${file.id}/confirm`, { digest: file.digest, leaveOutFaulty: true }))
    expect(confirmed.body.file.state).toBe('confirmed')
    const { body: list } = await json<{ sessions: { id: string; confirmed: number; digest: string }[] }>(officer.get('/api/results/sessions'))
    expect(list.sessions).toMatchObject([{ id: results, confirmed: 2, digest: confirmed.body.file.resultsDigest }])
    expect(await code(officer.post(`/api/results/files/${file.id}/discard`))).toBe('409 ERR_RESULTS_FILE_DECIDED')
  })

  it('give every fault as a file without a word of what the lines say', async () => {
    const { body: { file } } = await json<File>(upload(csvOf([faultyLine])))
    const answer = await officer.get(`/api/results/files/${file.id}/faults.csv?language=fr`)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(text.split('\r\n')).toHaveLength(4)
    expect(text).toContain('"2";"UAI";"uai-letter";"La lettre de contrôle de l’UAI ne correspond pas"')
    for (const said of ['Zztop', 'Chloé', '123456', '0690001']) expect(text).not.toContain(said)
    expect(await (await officer.get(`/api/results/files/${file.id}/faults.csv?language=en`)).text()).toContain('"Family name";"digits"')
  })

  it('take NDJSON too', async () => {
    const { status, body: { file } } = await json<File>(upload(ndjsonOf([soundLine(10)]), { type: 'application/x-ndjson' }))
    expect([status, file.sound]).toEqual([201, 1])
  })

  it('tell two files apart by the names their officer’s device gives them, and forget the name of one that is discarded', async () => {
    const named = (name: string) => json<{ file: { id: string; name: string | null } }>(officer.send(`/api/results/sessions/${results}/files?kind=additions`, {
      method: 'POST', body: csvOf([soundLine(20)]), headers: { 'content-type': 'text/csv', 'x-file-name': name },
    }))
    const { file } = (await named(encodeURIComponent('Résultats de juin, « MELEC ».csv'))).body
    expect(file.name).toBe('Résultats de juin, « MELEC ».csv')
    expect((await named(encodeURIComponent(`${'a'.repeat(200)}.csv`))).body.file.name).toBe('a'.repeat(120))
    expect((await named('%ff%00')).body.file.name).toBe('\ufffd')
    expect(await code(officer.send(`/api/results/sessions/${results}/files?kind=additions`, {
      method: 'POST', body: 'x', headers: { 'content-type': 'text/csv', 'x-file-name': '<b>' },
    }))).toBe('400 ERR_REQUEST_INVALID')
    await officer.post(`/api/results/files/${file.id}/discard`)
    expect((await json<{ file: { name: string | null } }>(officer.get(`/api/results/files/${file.id}`))).body.file.name).toBeNull()
  })

  it('say what is wrong with a file as a whole, and keep nothing of it', async () => {
    const before = await json<{ files: unknown[] }>(officer.get(`/api/results/sessions/${results}`))
    const missing = await json<Refusal>(upload('INE;Nom\r\n1;2\r\n'))
    expect([missing.status, missing.body.code]).toEqual([422, 'ERR_RESULTS_COLUMNS'])
    expect(missing.body.values.missing).toContain('birthDate')
    expect((await json<Refusal>(upload('PK\u0003\u0004rest of a spreadsheet'))).body).toMatchObject({ code: 'ERR_RESULTS_UNREADABLE', values: { reason: 'spreadsheet' } })
    // However much of it was still to come, the answer arrives.
    const long = await json<Refusal>(upload(`INE;Nom\r\n${'1;2\r\n'.repeat(4_000_000)}`))
    expect([long.status, long.body.code]).toEqual([422, 'ERR_RESULTS_COLUMNS'])
    expect(await code(upload('x', { type: 'application/pdf' }))).toBe('415 ERR_MEDIA_TYPE')
    expect(await code(upload('x', { kind: 'other' }))).toBe('400 ERR_REQUEST_INVALID')
    expect((await json<{ files: unknown[] }>(officer.get(`/api/results/sessions/${results}`))).body.files).toEqual(before.body.files)
  })

  it('are for an academy alone, and for its own officers', async () => {
    const [teacher, visitor] = [await service.signIn('demo-teacher'), service.visitor()]
    expect(await code(upload(csvOf([soundLine(20)]), { who: teacher }))).toBe('403 ERR_NOT_ALLOWED')
    expect(await code(visitor.get('/api/results/sessions'))).toBe('401 ERR_NOT_SIGNED_IN')
    const nobodys = '00000000-0000-4000-8000-000000000000'
    expect(await code(upload(csvOf([soundLine(20)]), { to: nobodys }))).toBe('404 ERR_RESULTS_SESSION_UNKNOWN')
    expect(await code(officer.get(`/api/results/files/${nobodys}`))).toBe('404 ERR_RESULTS_FILE_UNKNOWN')
    expect(await (await officer.get('/api/results/academies')).json()).toEqual({ academies: [{ code: '10', name: 'Lyon' }] })
    expect(await code(officer.post('/api/results/sessions', { session: SESSION, academy: '01' }))).toBe('403 ERR_RESULTS_ACADEMY_OTHER')
    expect(await code(officer.post('/api/results/sessions', { session: SESSION, academy: '99' }))).toBe('422 ERR_RESULTS_ACADEMY_UNKNOWN')
  })

  it('let go of a large body whose sender is not known, instead of waiting for it', async () => {
    const path = `/api/results/sessions/${results}/files?kind=results`
    const { status, connection, cut } = await new Promise<{ status?: number; connection?: string; cut: boolean }>((resolve) => {
      const sending = httpRequest(new URL(path, service.origin), { method: 'POST', headers: { 'content-type': 'text/csv', 'content-length': 50_000_000, origin: service.origin } })
      sending.on('error', () => undefined)
      sending.on('response', (answer) => {
        answer.resume()
        sending.on('close', () => resolve({ status: answer.statusCode, connection: answer.headers.connection, cut: sending.socket?.destroyed ?? true }))
      })
      sending.write('INE')
    })
    expect({ status, connection, cut }).toEqual({ status: 401, connection: 'close', cut: true })
  })

  it('leave nothing of an upload whose sender goes away', async () => {
    const path = `/api/results/sessions/${results}/files?kind=results`
    const before = await json<{ files: unknown[] }>(officer.get(`/api/results/sessions/${results}`))
    const sending = httpRequest(new URL(path, service.origin), {
      method: 'POST', headers: { 'content-type': 'text/csv', cookie: officer.cookieFor(path), origin: service.origin },
    })
    sending.on('error', () => undefined)
    sending.write(csvOf(Array.from({ length: 3_000 }, (_, n) => soundLine(1_000 + n))))
    await new Promise((resolve) => setTimeout(resolve, 500))
    sending.destroy()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect((await json<{ files: unknown[] }>(officer.get(`/api/results/sessions/${results}`))).body.files).toEqual(before.body.files)
    const { body: { file } } = await json<File>(upload(csvOf([soundLine(1_000)])))
    expect(file.sound).toBe(1)
  })

  it('never write a name, a number or a birth date into the log', () => {
    const log = service.log.join('')
    for (const said of ['Lefèvre', 'Zztop', 'Chloé', '123456', '14/07/2008', '2008-07-14']) expect(log).not.toContain(said)
  })

  it('are in the API’s description', async () => {
    const { body } = await json<{ paths: Record<string, unknown> }>(service.visitor().get('/api/docs/json'))
    expect(Object.keys(body.paths).filter((path) => path.startsWith('/api/results'))).toHaveLength(9)
  })
})
