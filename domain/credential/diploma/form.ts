// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '../../canonical.ts'
import type { Contexts } from '../contexts.ts'
import type { JsonObject } from '../json.ts'
import { escapeText } from '../n-quads.ts'
import { proofOptions } from '../proof.ts'
import { canonicalQuads } from '../quads.ts'
import { bytesUnescaped, MARK_ENDING, markOf, staySorted, templateOf, toByteText } from '../template.ts'
import type { ByteText, Template } from '../template.ts'
import { diplomaCredential } from './credential.ts'
import type { DiplomaRecord } from './record.ts'
import { mentionWords } from './words.ts'

/** Who signs and when: the same for every diploma of a form. */
export type Signing = { verificationMethod: string; created: string }

/** The two canonical texts that diplomas of one session share, up to their slots. */
export type DiplomaForm = {
  /** Canonical N-Quads of the unsigned credential: what is signed. */
  quads: Template
  /** Canonical JSON of the signed credential: what its digest is of, and what is handed over. */
  json: Template
  /** Canonical N-Quads of the proof without its value. */
  options: string
}

/** The slot of each thing that changes from one diploma to the next; the proof's value stands in JSON alone. */
export const slot = {
  uuid: 0, index: 1, code: 2, birthDate: 3, familyName: 4, givenNames: 5, birthPlace: 6, uai: 7, school: 8, title: 9,
  mention: 10, speciality: 11, proofValue: 12,
} as const
/** Slots from here up to the proof's value hold any text; those before stand in addresses too. */
const FREE = slot.familyName

const NEEDED = [slot.familyName, slot.uai, slot.school, slot.title]

const URN_UUID = 'urn:uuid:'
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** As a safe whole number is written: no larger one has as few digits. */
const INDEX = /^(?:0|[1-9]\d{0,14})$/
const DAY = /^\d{4}-\d\d-\d\d$/
const CODE = /^[A-Za-z0-9.~-]{1,64}$/
const HALF_PAIR = /[\ud800-\udfff]/

/** The texts for the slots of a record, but its proof's value; null when one does not fit and the ordinary way must go. */
export function slotsOf({ id, holder, diploma, school, status }: DiplomaRecord): string[] | null {
  if (!id.startsWith(URN_UUID)) return null
  const texts = [id.slice(URN_UUID.length), String(status.index), diploma.code, holder.birthDate, holder.familyName, holder.givenNames,
    holder.birthPlace, school.uai, school.name, diploma.title.fr, mentionWords[diploma.mention].fr, diploma.speciality]
  if (!UUID.test(texts[slot.uuid]!) || !INDEX.test(texts[slot.index]!) || !CODE.test(texts[slot.code]!) || !DAY.test(texts[slot.birthDate]!)) return null
  for (const needed of NEEDED) if (texts[needed]!.trim() === '') return null
  for (let i = FREE; i < texts.length; i++) if (!fits(texts[i]!)) return null
  return texts
}

// A text that begins with '@' could be read as a keyword of JSON-LD; half a surrogate pair has no UTF-8.
const fits = (text: string) => text.charCodeAt(0) !== 64 && (!HALF_PAIR.test(text) || text.isWellFormed())

/** Texts of slots as each of the two canonical forms writes them (RDF 1.2 N-Quads; RFC 8785 §3.2.2.2), as bytes. */
export function written(texts: readonly string[]): { inQuads: ByteText[]; inJson: ByteText[] } {
  const [inQuads, inJson] = [texts.slice(), texts.slice()]
  for (let i = FREE; i < texts.length; i++) {
    const text = texts[i]!
    const bytes = bytesUnescaped(text)
    if (bytes === text) continue
    inQuads[i] = bytes ?? toByteText(escapeText(text))
    inJson[i] = bytes ?? toByteText(JSON.stringify(text).slice(1, -1))
  }
  return { inQuads, inJson }
}

/** The address without the code it ends with, or the whole address. */
export const addressBefore = ({ address, code }: DiplomaRecord['diploma']) =>
  (address.endsWith(code) && address[address.length - code.length - 1] === '/' ? address.slice(0, -code.length) : address)

/**
 * The form of this record: its credential, written with marks and canonicalised the ordinary way. Null when its lines
 * could change places with what stands in the slots, or a node could only be told apart by its values.
 */
export async function formOf(record: DiplomaRecord, signing: Signing, contexts: Contexts): Promise<DiplomaForm | null> {
  const stays = [record.issuer.did, record.issuer.name, record.status.list, record.diploma.address, signing.verificationMethod]
  if (stays.some((text) => text.includes(MARK_ENDING))) return null
  const unsigned = markedCredential(record)
  const quads = await canonicalQuads(unsigned, contexts)
  if (quads.includes('_:') || !staySorted(quads.split(/(?<=\n)/))) return null
  const options = proofOptions(signing.verificationMethod, signing.created)
  const proof = { ...options, proofValue: markOf(slot.proofValue) }
  return {
    quads: templateOf(quads),
    json: templateOf(canonicalJson({ ...unsigned, proof })),
    options: await canonicalQuads({ '@context': unsigned['@context'], ...options }, contexts),
  }
}

function markedCredential(record: DiplomaRecord): JsonObject {
  const { diploma } = record
  const before = addressBefore(diploma)
  return replaceWords(diplomaCredential({
    ...record,
    id: `urn:uuid:${markOf(slot.uuid)}`,
    holder: { familyName: markOf(slot.familyName), givenNames: markOf(slot.givenNames), birthDate: markOf(slot.birthDate), birthPlace: markOf(slot.birthPlace) },
    diploma: {
      ...diploma,
      code: markOf(slot.code),
      address: before === diploma.address ? before : before + markOf(slot.code),
      title: { ...diploma.title, fr: markOf(slot.title) },
      speciality: diploma.speciality === '' ? '' : markOf(slot.speciality),
    },
    school: { uai: markOf(slot.uai), name: markOf(slot.school) },
    status: { list: record.status.list, index: -1 },
  }), mentionWords[diploma.mention].fr)
}

/** Marks for the two things that are computed from the record: the words of the mention, the place in the list. */
const replaceWords = (credential: JsonObject, mention: string): JsonObject => {
  const statuses = credential.credentialStatus as { statusListCredential: string }[]
  const subject = credential.credentialSubject as { result?: { value: string }[] }
  return {
    ...credential,
    credentialSubject: { ...subject, ...(subject.result && { result: subject.result.map((one) => ({ ...one, value: one.value === mention ? markOf(slot.mention) : one.value })) }) },
    credentialStatus: statuses.map((one) => ({ ...one, id: `${one.statusListCredential}#${markOf(slot.index)}`, statusListIndex: markOf(slot.index) })),
  }
}
