// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, hash, hkdfSync, randomBytes } from 'node:crypto'
import { SHORTEST_LIST } from '#domain/credential/index.ts'
import { checkDiploma } from '#domain/credential/diploma/issuing.ts'
import type { DiplomaForm, DiplomaRecord, Press, PressedRows } from '#domain/credential/diploma/issuing.ts'
import { DomainError } from '#domain/errors.ts'
import type { AdmittedLine, AdmittedResult, MadePart, Run } from '#service/use-cases/diplomas/ports.ts'
import { sealSalts } from './salts.ts'

const ID = 16

/** Signs the lines of a part; its first stands at this place of the session. */
export async function makePart(press: Press, run: Run, first: number, lines: readonly AdmittedLine[]): Promise<MadePart> {
  const ids = randomIds(lines.length)
  const records = lines.map(({ result }, i) => recordOf(run, result, first + i, ids.subarray(i * ID, (i + 1) * ID)))
  await press.prepare(records).catch((error: unknown) => { throw naming(error, lines[records.findIndex(breaksARule)]) })
  const salts = randomBytes(32 * lines.length)
  const { filled, ...rows } = press.pressAll(records, salts)
  const [texts, forms, templates] = [[] as string[], [] as string[], new Map<string, string>()]
  for (const [i, one] of filled.entries()) {
    forms.push(one ? nameOf(one.form, templates) : '')
    texts.push(JSON.stringify(one ? one.slots : await ordinaryText(press, rows, i, { record: records[i]!, salt: salts.subarray(i * 32, i * 32 + 32) })
      .catch((error: unknown) => { throw naming(error, lines[i]) })))
  }
  const keys = lines.map(({ key }) => key).join('\n')
  return { count: lines.length, keys, texts: texts.join('\n'), forms: forms.join('\n'), ids, ...rows, salts: sealSalts(run.key, first, salts), templates }
}

/** The whole text of a diploma of no form, as it is stored; its rows are written where it stands. JSON has no bare line break. */
async function ordinaryText(press: Press, rows: Omit<PressedRows, 'filled'>, i: number, { record, salt }: { record: DiplomaRecord; salt: Uint8Array }): Promise<string> {
  const { text, signature, digest, leaf } = await press.issue(record, salt)
  rows.signatures.set(signature, i * 64)
  rows.digests.set(digest, i * 32)
  rows.leaves.set(leaf, i * 32)
  return Buffer.from(text, 'latin1').toString('utf8')
}

const names = new WeakMap<DiplomaForm, { id: string; template: string }>()

function nameOf(form: DiplomaForm, templates: Map<string, string>): string {
  const named = names.get(form) ?? name(form)
  templates.set(named.id, named.template)
  return named.id
}

function name(form: DiplomaForm) {
  const template = JSON.stringify(form.json)
  const named = { id: hash('sha256', template).slice(0, 32), template }
  names.set(form, named)
  return named
}

function breaksARule(record: DiplomaRecord): boolean {
  try {
    checkDiploma(record)
    return false
  } catch {
    return true
  }
}

/** Which line breaks a rule: its key says so, and nothing of whom it speaks. */
const naming = (error: unknown, line: AdmittedLine | undefined): unknown =>
  (error instanceof DomainError && line ? new DomainError(error.code, { ...error.values, line: line.key }) : error)

function recordOf(run: Run, result: AdmittedResult, place: number, id: Uint8Array): DiplomaRecord {
  const { familyName, givenNames, birthDate, birthPlace, diploma: code, speciality, mention, school } = result
  return {
    id: `urn:uuid:${uuidOf(id)}`,
    validFrom: run.validFrom,
    issuer: run.issuer,
    holder: { familyName, givenNames, birthDate, birthPlace },
    diploma: { code, address: run.diplomaAddress + encodeURIComponent(code), title: run.titles[code] ?? { fr: '', en: '' }, speciality, mention },
    school,
    session: run.sessionMonth,
    academy: run.academy,
    status: { list: run.lists[Math.floor(place / SHORTEST_LIST)] ?? '', index: placesOf(run.key, Math.floor(place / SHORTEST_LIST))[place % SHORTEST_LIST]! },
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Random UUIDs (RFC 9562 §5.4), 16 bytes each. */
function randomIds(count: number): Uint8Array {
  const ids = randomBytes(ID * count)
  for (let at = 0; at < ids.length; at += ID) {
    ids[at + 6] = (ids[at + 6]! & 0x0f) | 0x40
    ids[at + 8] = (ids[at + 8]! & 0x3f) | 0x80
  }
  return ids
}

function uuidOf(id: Uint8Array): string {
  let text = ''
  for (let i = 0; i < ID; i++) text += (i === 4 || i === 6 || i === 8 || i === 10 ? '-' : '') + HEX[id[i]!]!
  return text
}

const shuffled = new Map<string, Uint32Array>()

/**
 * The places of a list in the order they are given out: a shuffle (Fisher and Yates) by a stream of the session's key,
 * so that no place tells the order of issue, none is given twice and nothing has to be stored.
 */
export function placesOf(key: Uint8Array, ordinal: number): Uint32Array {
  const name = `${Buffer.from(key).toString('hex')}:${ordinal}`
  const known = shuffled.get(name)
  if (known) return known
  const listKey = Buffer.from(hkdfSync('sha256', key, 'compagnon', `status places ${ordinal}`, 32))
  const zeros = Buffer.alloc(8 * SHORTEST_LIST)
  const stream = createCipheriv('aes-256-ctr', listKey, Buffer.alloc(16)).update(zeros)
  const places = Uint32Array.from({ length: SHORTEST_LIST }, (_, i) => i)
  for (let i = SHORTEST_LIST - 1; i > 0; i--) {
    const other = Number(stream.readBigUInt64BE(8 * i) % BigInt(i + 1))
    const place = places[i]!
    places[i] = places[other]!
    places[other] = place
  }
  // A session is served in order: the lists before the last are not asked for again.
  if (shuffled.size > 2) shuffled.clear()
  shuffled.set(name, places)
  return places
}
