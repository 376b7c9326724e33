// SPDX-License-Identifier: EUPL-1.2
// The other forms of a credential, asked for over HTTP, and what outside libraries say of them.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readMultikey, writeMultikey } from '#domain/credential/data-integrity/index.ts'
import { assertionKeyOf, canonicalQuads } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { knownContexts } from '#resources/contexts/outside/index.ts'
import { openInMemory } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startService } from '#tests/support/service.ts'
import type { RunningService, Visitor } from '#tests/support/service.ts'
import { settle, validateFor } from './school.ts'

// Real nodes and databases: on a busy machine their start alone may take long.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let service: RunningService
let database: Database
let ines: Visitor
let name: string
let didDocument: JsonObject
/** Three credentials, anchored. */
let ids: string[]

beforeAll(async () => {
  database = await openInMemory()
  service = await startService({ database })
  await settle(database)
  ines = await service.signIn('demo-ines')
  const { person } = (await (await ines.get('/api/me')).json()) as { person: { id: string; name: string } }
  for (let n = 0; n < 3; n++) await validateFor(database, { learner: person.id, school: 'school-louise-michel' })
  const { rows } = await sql<{ display_name: string }>`select display_name from people where id = ${person.id}`.execute(database.db)
  name = rows[0]!.display_name
  ids = await allReady()
  didDocument = (await (await service.visitor().get('/schools/louise-michel/did.json')).json()) as JsonObject
})
afterAll(async () => service?.close())

async function allReady(): Promise<string[]> {
  for (let n = 0; n < 240; n++) {
    const { credentials } = (await (await ines.get('/api/credentials')).json()) as { credentials: { id: string; status: string }[] }
    if (credentials.length === 3 && credentials.every(({ status }) => status === 'ready')) return credentials.map(({ id }) => id)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error('never ready')
}
const form = (which: string, id = ids[0]) => ines.get(`/api/credentials/${id}/forms/${which}`)
const shown = async (chosen: object, id = ids[0]) => ines.post(`/api/credentials/${id}/shown`, chosen)

describe('as an SD-JWT VC, judged by @sd-jwt/sd-jwt-vc with the key of the DID document', () => {
  const hasher = (data: string | ArrayBuffer) => createHash('sha256').update(typeof data === 'string' ? data : new Uint8Array(data)).digest()
  const headerOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString()) as { kid: string; typ: string; alg: string }
  const payloadOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Record<string, unknown> & { _sd: string[]; competences: unknown[] }

  /** Someone who knows nothing but the file and the issuer's DID document. */
  const judge = (document = didDocument) => new SDJwtVcInstance({
    hasher,
    loadTypeMetadataFormat: true,
    vctFetcher: async address => (await service.visitor().get(new URL(address).pathname)).json() as never,
    statusListFetcher: async address => (await service.visitor().get(new URL(address).pathname)).text(),
    statusVerifier: async (data, signature) => {
      const key = readMultikey(String(assertionKeyOf(document, headerOf(data).kid)))
      return key?.kind === 'Ed25519' && ed25519.verify(Buffer.from(signature, 'base64url'), Buffer.from(data), key.bytes)
    },
    verifier: async (data, signature) => {
      const multikey = assertionKeyOf(document, headerOf(data).kid)
      const key = multikey === null ? null : readMultikey(multikey)
      if (key?.kind !== 'P-256') return false
      const point = p256.Point.fromBytes(key.bytes).toBytes(false)
      const [x, y] = [point.slice(1, 33), point.slice(33)].map(half => Buffer.from(half).toString('base64url'))
      const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
      return verifySignature('sha256', Buffer.from(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
    },
  })
  const whole = async () => (await form('sd-jwt-vc')).text()

  it('is accepted, says who issued what under a type that is served, and is the same each time', async () => {
    const jwt = await whole()
    const { payload, typeMetadata } = await judge().verify(jwt)
    expect(headerOf(jwt)).toMatchObject({ alg: 'ES256', typ: 'dc+sd-jwt' })
    expect(payload).toMatchObject({ iss: didDocument.id, name, achievement: { name: 'Consigner une armoire' }, competences: [{ code: 'C4', result: 'acquired' }, { code: 'C7' }] })
    expect(payload.vct).toMatch(/\/api\/credential-types\/competence$/)
    expect(payload.cnf).toBeUndefined()
    expect(typeMetadata?.mergedTypeMetadata).toMatchObject({ vct: payload.vct, name: 'Attestation de compétences' })
    expect(await whole()).toBe(jwt)
  })

  it('says nothing of the person that its holder does not show, not even how much there is', async () => {
    const jwt = await whole()
    // Digests are drawn letters, in which any two may stand.
    const bare = JSON.stringify(payloadOf(jwt), (key, value: unknown) => (key === '_sd' || key === '...' ? undefined : value))
    for (const hidden of [name, 'C4', 'acquired', 'supervised', String(ids[0])]) expect(bare).not.toContain(hidden)
    expect(payloadOf(jwt)._sd.length).toBeGreaterThan(4)
    expect(payloadOf(jwt).competences).toHaveLength(8)
    const part = await judge().present(jwt, { competences: { 0: true } } as never)
    const { payload } = await judge().verify(part)
    expect(payload).toMatchObject({ competences: [{ code: 'C4' }] })
    expect(payload.name).toBeUndefined()
    expect(part).not.toContain(Buffer.from(JSON.stringify(name)).toString('base64url').slice(0, 12))
    await expect(judge().verify(part, { requiredClaimKeys: ['name'] })).rejects.toThrow()
  })

  it('is refused when a claim, a disclosure or the key is another', async () => {
    const jwt = await whole()
    const [head, , rest] = jwt.split('.')
    const forged = Buffer.from(JSON.stringify({ ...payloadOf(jwt), issuer_name: 'Autre lycée' })).toString('base64url')
    await expect(judge().verify([head, forged, rest].join('.'))).rejects.toThrow()
    const named = jwt.split('~').find(part => Buffer.from(part, 'base64url').toString().includes('"name","'))!
    const invented = Buffer.from(JSON.stringify(['c2FsdHNhbHRzYWx0', 'name', 'Quelqu’un d’autre'])).toString('base64url')
    const renamed = jwt.replace(named, invented)
    await expect(judge().verify(renamed, { requiredClaimKeys: ['name'] })).rejects.toThrow()
    await expect(judge().verify(jwt, { requiredClaimKeys: ['name'] })).resolves.toMatchObject({ payload: { name } })
    const other = p256.getPublicKey(p256.utils.randomSecretKey(), true)
    const methods = (didDocument.verificationMethod as JsonObject[]).map(method => (method.id === headerOf(jwt).kid ? { ...method, publicKeyMultibase: writeMultikey({ kind: 'P-256', bytes: other }) } : method))
    await expect(judge({ ...didDocument, verificationMethod: methods }).verify(jwt)).rejects.toThrow()
    await expect(judge({ ...didDocument, assertionMethod: [] }).verify(jwt)).rejects.toThrow()
  })

  it('is refused once the credential is revoked, by the Token Status List that it names', async () => {
    const jwt = await (await form('sd-jwt-vc', ids[1])).text()
    await expect(judge().verify(jwt)).resolves.toMatchObject({ payload: { status: { status_list: { uri: expect.stringMatching(/\/status\/.*\/token$/) } } } })
    const ofCredential = sql`record_key = (select record_key from credentials where id = ${ids[1]})`
    await sql`update status_indexes set state = 'revoked', changed_at = now() where ${ofCredential}`.execute(database.db)
    await sql`update status_lists set version = version + 1 where id = (select list from status_indexes where ${ofCredential})`.execute(database.db)
    await expect.poll(() => judge().verify(jwt).then(() => 'accepted', (error: Error) => error.message), { timeout: 60_000, interval: 500 }).toMatch(/status/i)
    await expect(judge().verify(await whole())).resolves.toMatchObject({ payload: { name } })
  })
})

describe('as ecdsa-sd-2023, judged by @digitalbazaar/vc', () => {
  const documentLoader = async (url: string) => {
    const method = (didDocument.verificationMethod as JsonObject[]).find(({ id }) => id === url)
    const document = knownContexts[url] ?? (method && { '@context': 'https://w3id.org/security/multikey/v1', ...method }) ?? (url === didDocument.id ? didDocument : undefined)
    if (!document) throw new Error(`not at hand: ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
  const judged = async (document: JsonObject) => (await vc.verifyCredential({
    credential: document, suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }), documentLoader, checkStatus: async () => ({ verified: true }),
  })).verified

  it('shows what its holder chose and what is mandatory, and nothing more', async () => {
    const answer = await shown({ name: false, competences: ['C7'], evidence: false })
    expect(answer.status).toBe(200)
    const document = (await answer.json()) as JsonObject
    const said = JSON.stringify({ ...document, proof: null })
    for (const hidden of [name, 'C4', 'supervised']) expect(said).not.toContain(hidden)
    expect(document).toMatchObject({ issuer: { id: didDocument.id }, credentialSubject: { achievement: { name: 'Consigner une armoire', alignment: [{ targetCode: 'C7' }] }, result: [{ value: 'acquired' }] } })
    expect(document).toHaveProperty('credentialStatus')
    expect(await judged(document)).toBe(true)
    expect(await judged({ ...document, name: 'Autre' })).toBe(false)
    expect(await judged({ ...document, validFrom: '2020-01-01T00:00:00Z' })).toBe(false)
  })

  it('shows the name and the evidence when asked, and only what is mandatory when nothing is', async () => {
    const all = (await (await shown({ name: true, competences: ['C4', 'C7'], evidence: true })).json()) as JsonObject
    expect(JSON.stringify(all)).toContain(name)
    expect(all).toHaveProperty('evidence')
    expect(await judged(all)).toBe(true)
    const least = (await (await shown({ name: false, competences: [], evidence: false })).json()) as JsonObject
    expect(least.credentialSubject).not.toHaveProperty('result')
    expect(await judged(least)).toBe(true)
  })

  it('is made once, and its base is no presentation', async () => {
    const base = await (await form('ecdsa-sd-2023')).text()
    expect(await (await form('ecdsa-sd-2023')).text()).toBe(base)
    expect(await judged(JSON.parse(base) as JsonObject)).toBe(false)
  })

  it('refuses a competence that is not in it', async () => {
    const answer = await shown({ name: true, competences: ['C99'], evidence: false })
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'ERR_REQUEST_INVALID', values: { at: 'body/competences' } }])
  })
})

describe('as an export of the European Learning Model', () => {
  const elm = 'http://data.europa.eu/snb/model/elm/'

  it('expands to the addresses of the model, fetching nothing, and says that it is not signed', async () => {
    const answer = await form('elm')
    expect(answer.headers.get('content-disposition')).toMatch(/elm-export\.jsonld"$/)
    const document = (await answer.json()) as JsonObject
    expect(document).not.toHaveProperty('proof')
    // In safe mode an unknown term throws; no context is at hand, so any that had to be fetched would throw.
    const quads = await canonicalQuads(document, {})
    const id = `urn:uuid:${ids[0]}`
    const says = (subject: string, property: string, object: string) => expect(quads).toContain(`<${subject}> <${property}> ${object} .`)
    const a = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
    says(`${id}#elm`, a, `<${elm}EuropeanDigitalCredential>`)
    says(`${id}#elm`, 'https://www.w3.org/2018/credentials#credentialSubject', `<${id}#person>`)
    says(`${id}#person`, 'http://xmlns.com/foaf/0.1/name', `"${name}"@fr`)
    says(`${id}#person`, `${elm}hasClaim`, `<${id}#achievement>`)
    says(`${id}#achievement`, a, `<${elm}LearningAchievement>`)
    says(`${id}#achievement`, 'http://purl.org/dc/terms/title', '"Consigner une armoire"@fr')
    says(`${id}#awarding`, `${elm}awardingBody`, `<${String(didDocument.id)}>`)
    expect(quads).toMatch(new RegExp(`<${id}#achievement> <${elm}specifiedBy> <[^>]*consignation-armoire>`))
    expect(quads).toMatch(/#outcome-C4> <http:\/\/data.europa.eu\/snb\/model\/elm\/relatedSkill> <[^>]*melec#C4>/)
    expect(quads).toContain('"Unsigned export of a proof')
    expect(quads).not.toContain('_:')
  })
})

describe('whoever asks for a form', () => {
  it('gets their own only, once signed in, in a form that exists', async () => {
    const yanis = await service.signIn('demo-yanis')
    for (const which of ['sd-jwt-vc', 'ecdsa-sd-2023', 'elm']) {
      expect((await yanis.get(`/api/credentials/${ids[0]}/forms/${which}`)).status).toBe(404)
      expect((await service.visitor().get(`/api/credentials/${ids[0]}/forms/${which}`)).status).toBe(401)
    }
    expect((await yanis.post(`/api/credentials/${ids[0]}/shown`, { name: true, competences: [], evidence: false })).status).toBe(404)
    expect((await form('mdoc')).status).toBe(400)
  })

  it('is told when the school has no key for it yet; the export, which needs none, is given', async () => {
    await sql`update issuers set document = jsonb_set(document, '{assertionMethod}', jsonb_build_array(document->'assertionMethod'->0))`.execute(database.db)
    for (const which of ['sd-jwt-vc', 'ecdsa-sd-2023']) {
      const answer = await form(which, ids[2])
      expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'ERR_FORM_UNAVAILABLE', values: { form: which } }])
    }
    expect((await form('elm', ids[2])).status).toBe(200)
  })

  it('leaves no name in the log', () => {
    expect(service.log.join('\n')).not.toContain(name)
  })
})
