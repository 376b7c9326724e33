// SPDX-License-Identifier: EUPL-1.2
// A school hands its graduates codes; one of them claims a diploma and has it in every form, by HTTP, from the real service.
import { createHash, createPublicKey, randomBytes, verify as verifySignature } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readMultikey } from '#domain/credential/data-integrity/index.ts'
import { assertionKeyOf, canonicalQuads } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { openInMemory } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { demonstrationSchool } from '#service/adapters/people/index.ts'
import { makeClaimCodes } from '#service/use-cases/diplomas/index.ts'
import type { ClaimSlips } from '#service/use-cases/diplomas/index.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor } from '#tests/support/service.ts'
import { besides, lyon, openDecidedSessions } from './decided-session.ts'
import type { DecidedSessions } from './decided-session.ts'
import { lineOf, madeUpLines } from './lines.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 })

const SECRET = randomBytes(32).toString('hex')
const LINES = 12
/** The first of them: bac pro CIEL, mention "assez bien", a speciality, a name with an accent. */
const { result: own } = lineOf(1)

let service: RunningService
let database: Database
let world: DecidedSessions
let [ines, yanis, head, officer]: Visitor[] = []
let slips: { holder: string; title: string; code: string }[]
let id: string
let didDocument: JsonObject

type Listed = { id: string; state: string; ready: boolean; holder: { familyName: string }; diploma: { mention: string | null } }
const listed = async (who: Visitor) => ((await (await who.get('/api/wallet/diplomas')).json()) as { diplomas: Listed[] }).diplomas
const claim = async (who: Visitor, code: string, birthDate: string) => {
  const answer = await who.post('/api/wallet/diplomas/claim', { code, birthDate })
  return [answer.status, (await answer.json() as { code?: string }).code]
}
const codes = async (who: Visitor) => who.post('/api/diplomas/claim-codes', { session: '2026-07' })
const codeOf = (line: number) => slips.find(({ holder }) => holder.endsWith(lineOf(line).result.familyName))!.code
const form = (which: string, who = ines!) => who.get(`/api/wallet/diplomas/${id}/forms/${which}`)

beforeAll(async () => {
  database = await openInMemory()
  service = await startService({ database, env: { SECRET_KEY: SECRET } })
  ;[ines, yanis, head, officer] = await Promise.all(['demo-ines', 'demo-yanis', 'demo-head', 'demo-academy'].map((who) => service.signIn(who)))
  world = await openDecidedSessions(database, lyon, await besides(service, SECRET))
  const { uai, name } = demonstrationSchool
  // The last of them went to another school.
  await world.issue(madeUpLines(LINES, (line) => (Number(line.key) === LINES ? line : { ...line, result: { ...line.result, school: { uai, name }, academy: '10' } })), 'july')
  didDocument = (await (await service.visitor().get('/academies/lyon/did.json')).json()) as JsonObject
})
afterAll(async () => {
  await world?.close()
  await service?.close()
})

describe('a school hands its graduates codes', () => {
  it('one for each of its own graduates of the session, and nobody else may ask', async () => {
    for (const [who, status] of [[ines!, 403], [officer!, 403], [service.visitor(), 401]] as const) expect((await codes(who)).status).toBe(status)
    const answer = await codes(head!)
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    slips = ((await answer.json()) as { slips: typeof slips }).slips
    expect(slips.map(({ holder }) => holder).toSorted()).toEqual(Array.from({ length: LINES - 1 }, (_, i) => `${lineOf(i + 1).result.givenNames} ${lineOf(i + 1).result.familyName}`).toSorted())
    expect(new Set(slips.map(({ code }) => code)).size).toBe(LINES - 1)
    for (const { code } of slips) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  })

  it('of which the database holds no letter', async () => {
    const { rows } = await sql<{ claim: string }>`select row_to_json(c)::text as claim from diploma_claims c`.execute(database.db)
    expect(rows).toHaveLength(LINES - 1)
    for (const { code } of slips) for (const { claim: kept } of rows) for (const part of [code, code.replaceAll('-', '')]) expect(kept).not.toContain(part)
  })

  it('made again, the earlier ones end', async () => {
    const before = codeOf(1)
    slips = ((await (await codes(head!)).json()) as { slips: typeof slips }).slips
    expect(await claim(ines!, before, own.birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
  })

  it('so many at once and told that others follow: those before stay good, and each graduate has one', async () => {
    const { rows: [who] } = await sql<{ id: string; school: string }>`select made_by as id, (select id from schools where uai = ${demonstrationSchool.uai}) as school from diploma_claims limit 1`.execute(database.db)
    const some = makeClaimCodes(world.holding, 4)
    const pages: ClaimSlips[] = []
    do pages.push(await some({ id: who!.id, school: { id: who!.school } }, '2026-07', pages.at(-1)?.next ?? null)); while (pages.at(-1)?.next)
    expect(pages.map((page) => page.slips.length)).toEqual([4, 4, 3])
    slips = pages.flatMap((page) => page.slips)
    expect(slips.map(({ holder }) => holder)).toEqual(Array.from({ length: LINES - 1 }, (_, i) => `${lineOf(i + 1).result.givenNames} ${lineOf(i + 1).result.familyName}`))
    const all = (await head!.post('/api/diplomas/claim-codes', { session: '2026-07', after: pages[1]!.next })).json() as Promise<ClaimSlips>
    expect(await all).toMatchObject({ slips: pages[2]!.slips.map(({ holder }) => ({ holder })), next: null })
  })
})

describe('a graduate', () => {
  it('has a diploma with its code and its birth date, typed as people type; the code then serves nobody', async () => {
    expect(await listed(ines!)).toEqual([])
    expect(await claim(ines!, codeOf(1), '2008-12-31')).toEqual([422, 'ERR_CLAIM_REFUSED'])
    expect(await claim(ines!, ` ${codeOf(1).toLowerCase().replaceAll('-', ' ')}`, own.birthDate)).toEqual([201, undefined])
    const [diploma, ...more] = await listed(ines!)
    expect([diploma, more]).toMatchObject([{ state: 'valid', ready: true, holder: { familyName: own.familyName, birthDate: own.birthDate }, diploma: { mention: 'Assez bien' } }, []])
    id = diploma!.id
    for (const who of [ines!, yanis!]) expect(await claim(who, codeOf(1), own.birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
    expect(await listed(yanis!)).toEqual([])
  })

  it('finds a code dead after five wrong birth dates, and one out of date worth nothing', async () => {
    for (let tries = 0; tries < 5; tries++) expect((await claim(yanis!, codeOf(2), '2001-01-01'))[0]).toBe(422)
    expect(await claim(yanis!, codeOf(2), lineOf(2).result.birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
    await sql`update diploma_claims set expires_at = now() where diploma in (select id from diplomas where place = 2)`.execute(database.db)
    expect(await claim(yanis!, codeOf(3), lineOf(3).result.birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
    expect(await listed(yanis!)).toEqual([])
  })

  it('has with a slip printed before two corrections what took its diploma’s place, by the birth date that this one says', async () => {
    for (const place of [3, 4]) {
      expect((await head!.post('/api/status-acts', { credential: await world.idOf('july', place), act: 'suspend', reason: 'inquiry' })).status).toBe(201)
      await sql`update governed_diplomas set replaced_by = ${await world.idOf('july', place + 1)} where diploma = ${await world.idOf('july', place)}`.execute(database.db)
    }
    expect(await claim(yanis!, codeOf(4), lineOf(4).result.birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
    expect(await claim(yanis!, codeOf(4), lineOf(6).result.birthDate)).toEqual([201, undefined])
    expect((await listed(yanis!)).map((one) => one.id)).toEqual([await world.idOf('july', 5)])
  })

  it('who has two slips of one diploma, from before and after its correction, loses nothing by using both; nobody else has it by the second', async () => {
    const chloe = await service.signIn('demo-chloe')
    const [before, after] = [await world.idOf('july', 6), await world.idOf('july', 7)]
    expect((await head!.post('/api/status-acts', { credential: before, act: 'suspend', reason: 'inquiry' })).status).toBe(201)
    await sql`update governed_diplomas set replaced_by = ${after} where diploma = ${before}`.execute(database.db)
    const { birthDate } = lineOf(8).result
    expect(await claim(chloe, codeOf(7), birthDate)).toEqual([201, undefined])
    expect(await claim(ines!, codeOf(8), birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
    expect(await claim(chloe, codeOf(8), birthDate)).toEqual([201, undefined])
    expect((await listed(chloe)).map((one) => one.id)).toEqual([after])
    expect(await claim(chloe, codeOf(8), birthDate)).toEqual([422, 'ERR_CLAIM_REFUSED'])
  })

  it('is told to wait who tries too many codes', async () => {
    const chloe = await service.signIn('demo-chloe')
    const answers: unknown[] = []
    for (let tries = 0; tries < 12; tries++) answers.push((await claim(chloe, 'AAAA-BBBB-CCCC-DDDD', '2001-01-01'))[1])
    expect(answers.at(-1)).toBe('ERR_TOO_MANY_REQUESTS')
  })

  it('downloads a file that holds, which nobody else has', async () => {
    const answer = await ines!.get(`/api/wallet/diplomas/${id}/bundle`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="diplome-[0-9a-f]{8}\.compagnon\.json"$/)
    expect((await world.verdictOn(await answer.text())).outcome).toBe('valid')
    for (const path of ['bundle', 'forms/elm', 'forms/sd-jwt-vc', 'forms/ecdsa-sd-2023']) {
      expect((await yanis!.get(`/api/wallet/diplomas/${id}/${path}`)).status).toBe(404)
      expect((await service.visitor().get(`/api/wallet/diplomas/${id}/${path}`)).status).toBe(401)
    }
    expect((await yanis!.post(`/api/wallet/diplomas/${id}/shown`, { name: true, birth: true, school: true, mention: true })).status).toBe(404)
  })
})

describe('the diploma as an SD-JWT VC, judged by @sd-jwt/sd-jwt-vc with the key of the DID document', () => {
  const hasher = (data: string | ArrayBuffer) => createHash('sha256').update(typeof data === 'string' ? data : new Uint8Array(data)).digest()
  const partOf = (jwt: string, part: number) => JSON.parse(Buffer.from(jwt.split('.')[part]!, 'base64url').toString()) as JsonObject & { kid: string }
  const judge = () => new SDJwtVcInstance({
    hasher, loadTypeMetadataFormat: true,
    vctFetcher: async (address) => (await service.visitor().get(new URL(address).pathname)).json() as never,
    statusListFetcher: async (address) => (await service.visitor().get(new URL(address).pathname)).text(),
    statusVerifier: async (data, signature) => {
      const key = readMultikey(String(assertionKeyOf(didDocument, partOf(data, 0).kid)))
      return key?.kind === 'Ed25519' && ed25519.verify(Buffer.from(signature, 'base64url'), Buffer.from(data), key.bytes)
    },
    verifier: async (data, signature) => {
      const key = readMultikey(String(assertionKeyOf(didDocument, partOf(data, 0).kid)))
      if (key?.kind !== 'P-256') return false
      const point = p256.Point.fromBytes(key.bytes).toBytes(false)
      const [x, y] = [point.slice(1, 33), point.slice(33)].map((half) => Buffer.from(half).toString('base64url'))
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
      return verifySignature('sha256', Buffer.from(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
    },
  })

  it('is accepted, under a type of its own that is served, and is the same each time', async () => {
    const jwt = await (await form('sd-jwt-vc')).text()
    const { payload, typeMetadata } = await judge().verify(jwt)
    expect(payload).toMatchObject({
      iss: didDocument.id, issuer_name: lyon.name, session: '2026-07', diploma: { code: own.diploma, speciality: own.speciality },
      family_name: own.familyName, given_name: own.givenNames, birthdate: own.birthDate, place_of_birth: { locality: own.birthPlace }, mention: 'Assez bien',
      school: { uai: demonstrationSchool.uai },
    })
    expect(payload.vct).toMatch(/\/api\/credential-types\/diploma$/)
    expect(typeMetadata?.mergedTypeMetadata).toMatchObject({ vct: payload.vct, name: 'Diplôme' })
    expect(await (await form('sd-jwt-vc')).text()).toBe(jwt)
  })

  it('says nothing of the person that its holder does not show, and is refused once altered', async () => {
    const jwt = await (await form('sd-jwt-vc')).text()
    const bare = JSON.stringify(partOf(jwt, 1), (key, value: unknown) => (key === '_sd' ? undefined : value))
    for (const hidden of [own.familyName, own.givenNames, own.birthDate, own.birthPlace, 'Assez bien', demonstrationSchool.uai, id]) expect(bare).not.toContain(hidden)
    const { payload } = await judge().verify(await judge().present(jwt, { family_name: true } as never))
    expect([payload.family_name, payload.birthdate, payload.mention]).toEqual([own.familyName, undefined, undefined])
    const [header, , rest] = jwt.split('.')
    const forged = Buffer.from(JSON.stringify({ ...partOf(jwt, 1), session: '2025-07' })).toString('base64url')
    await expect(judge().verify([header, forged, rest].join('.'))).rejects.toThrow()
  })

  it('is refused once two persons have revoked the diploma, by the Token Status List that it names', async () => {
    const jwt = await (await form('sd-jwt-vc')).text()
    const { act } = (await (await head!.post('/api/status-acts', { credential: id, act: 'suspend', reason: 'inquiry' })).json()) as { act: string }
    expect((await officer!.post(`/api/status-acts/${act}/decision`, { decision: 'confirmed' })).status).toBe(200)
    await expect.poll(() => judge().verify(jwt).then(() => 'accepted', (error: Error) => error.message), { timeout: 60_000, interval: 500 }).toMatch(/status/i)
    expect((await listed(ines!))[0]?.state).toBe('suspended')
    const again = (await (await head!.post('/api/status-acts', { credential: id, act: 'restore', reason: 'inquiry-closed' })).json()) as { act: string }
    await officer!.post(`/api/status-acts/${again.act}/decision`, { decision: 'confirmed' })
    await expect.poll(() => judge().verify(jwt).then(() => 'accepted', (error: Error) => error.message), { timeout: 60_000, interval: 500 }).toBe('accepted')
  })
})

describe('the diploma as ecdsa-sd-2023, judged by @digitalbazaar/vc', () => {
  const documentLoader = async (url: string) => {
    const method = (didDocument.verificationMethod as JsonObject[]).find((one) => one.id === url)
    const document = knownContexts[url] ?? (method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }) ?? (url === didDocument.id ? didDocument : undefined)
    if (!document) throw new Error(`not at hand: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
  const judged = async (document: JsonObject) => (await vc.verifyCredential({
    credential: document, suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }), documentLoader, checkStatus: async () => ({ verified: true }),
  })).verified
  const shown = async (chosen: object) => (await (await ines!.post(`/api/wallet/diplomas/${id}/shown`, chosen)).json()) as JsonObject

  it('shows what its holder chose and what is mandatory, and nothing more; altered, it is refused', async () => {
    const document = await shown({ name: true, birth: false, school: false, mention: false })
    const said = JSON.stringify({ ...document, proof: null })
    for (const hidden of [own.birthDate, own.birthPlace, 'Assez bien', demonstrationSchool.uai]) expect(said).not.toContain(hidden)
    expect(document).toMatchObject({ issuer: { id: didDocument.id }, credentialSubject: { familyName: own.familyName, term: '2026-07', achievement: { humanCode: own.diploma, specialization: own.speciality } } })
    expect(await judged(document)).toBe(true)
    expect(await judged({ ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), familyName: 'AUTRE' } })).toBe(false)
  })

  it('shows everything when asked, and only what is mandatory when nothing is', async () => {
    const all = await shown({ name: true, birth: true, school: true, mention: true })
    for (const part of [own.familyName, own.birthDate, own.birthPlace, 'Assez bien', demonstrationSchool.uai]) expect(JSON.stringify(all)).toContain(part)
    expect(await judged(all)).toBe(true)
    const least = await shown({ name: false, birth: false, school: false, mention: false })
    expect(JSON.stringify(least)).not.toContain(own.familyName)
    expect(await judged(least)).toBe(true)
  })
})

describe('the diploma as an export of the European Learning Model', () => {
  it('expands to the addresses of the model, fetching nothing, and says that it is not signed', async () => {
    const document = (await (await form('elm')).json()) as JsonObject
    expect(document).not.toHaveProperty('proof')
    const [quads, elm, urn] = [await canonicalQuads(document, {}), 'http://data.europa.eu/snb/model/elm/', `urn:uuid:${id}`]
    const says = (subject: string, property: string, object: string) => expect(quads).toContain(`<${subject}> <${property}> ${object} .`)
    says(`${urn}#person`, 'http://xmlns.com/foaf/0.1/familyName', `"${own.familyName}"@fr`)
    says(`${urn}#person`, `${elm}dateOfBirth`, `"${own.birthDate}T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>`)
    says(`${urn}#person`, `${elm}hasClaim`, `<${urn}#achievement>`)
    says(`${urn}#awarding`, `${elm}awardingBody`, `<${String(didDocument.id)}>`)
    says(`${urn}#grade`, `${elm}noteLiteral`, '"Assez bien"@fr')
    expect(quads).toMatch(new RegExp(`<${urn}#achievement> <${elm}specifiedBy> <[^>]*/diplomas/${own.diploma}>`))
    expect(quads).toContain(`<${elm}Qualification>`)
    expect(quads).toContain('"Unsigned export of a proof')
    expect(quads).not.toContain('_:')
  })
})

it('leaves no name, no birth date, no code and no number of a diploma in the log', () => {
  const log = service.log.join('\n')
  for (const word of [own.familyName, own.birthDate, codeOf(1), id]) expect(log).not.toContain(word)
})
