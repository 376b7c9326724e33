// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '../../canonical.ts'
import { DomainError } from '../../errors.ts'
import type { Contexts } from '../contexts.ts'
import { toBase58 } from '../multibase.ts'
import { proofOptions } from '../proof.ts'
import { canonicalQuads } from '../quads.ts'
import { fillTemplate, toByteText } from '../template.ts'
import type { ByteText } from '../template.ts'
import { checkDiploma } from './check.ts'
import { toDiplomaCredential } from './credential.ts'
import { addressBefore, formOf, slotsOf, written } from './form.ts'
import type { DiplomaForm, Signing } from './form.ts'
import type { FastHashes, SignNow } from './platform.ts'
import type { DiplomaRecord } from './record.ts'

/** The form of a diploma and the texts that give its text back. */
export type Filled = { form: DiplomaForm; slots: string[] }

export type PressedDiploma = {
  /** The signed credential as canonical JSON, in bytes. */
  text: ByteText
  signature: Uint8Array
  /** SHA-256 of the text. */
  digest: Uint8Array
  /** keccak256(keccak256(salt, digest)). */
  leaf: Uint8Array
  /** Null when it went the ordinary way. */
  filled: Filled | null
}

/** What is pressed of many records: rows side by side, and of each what gives its text back; null where nothing was made. */
export type PressedRows = { signatures: Uint8Array; digests: Uint8Array; leaves: Uint8Array; filled: (Filled | null)[] }

type Needs = { signing: Signing; contexts: Contexts; hashes: FastHashes; sign: SignNow }
type Known = { form: DiplomaForm | null; optionsHash: Uint8Array; record: DiplomaRecord; before: string }

/** Every so many records of a run, beside the first of each form, the ordinary way is asked too. */
const PROVE_EVERY = 1000

/**
 * Signs diplomas of one issuer by the thousand, each byte for byte as the ordinary library would: the canonical texts of
 * a form are made once, and filled. Of each run a sample is compared with the ordinary way before anything is signed.
 * @throws ERR_RECORD_INVALID, or ERR_CANONICAL_FORMS_DIFFER when the two ways disagree: nothing is signed then
 */
export function diplomaPress({ signing, contexts, hashes, sign }: Needs) {
  // Few enough to be looked through, the last used first: making a key of each record would cost more.
  const forms: Known[] = []
  function knownOf(record: DiplomaRecord): Known | undefined {
    for (let i = 0; i < forms.length; i++) {
      const known = forms[i]!
      if (!isOfForm(record, known)) continue
      if (i > 0) forms.unshift(...forms.splice(i, 1))
      return known
    }
    return undefined
  }

  async function learn(record: DiplomaRecord): Promise<void> {
    checkDiploma(record)
    const form = await formOf(record, signing, contexts)
    forms.unshift({ form, record, before: addressBefore(record.diploma), optionsHash: sha256(toByteText(form?.options ?? '')) })
    if (form) await prove(record)
  }
  /** Asks the ordinary way too, with a proof value that could be any. */
  async function prove(record: DiplomaRecord): Promise<void> {
    const [known, slots] = [knownOf(record), slotsOf(record)]
    if (!known?.form || !slots) return
    const credential = toDiplomaCredential(record)
    const proof = { ...proofOptions(signing.verificationMethod, signing.created), proofValue: 'z1' }
    const { inQuads, inJson } = written(slots)
    const same = fillTemplate(known.form.quads, inQuads) === toByteText(await canonicalQuads(credential, contexts))
      && fillTemplate(known.form.json, [...inJson, 'z1']) === toByteText(canonicalJson({ ...credential, proof }))
    if (!same) throw new DomainError('ERR_CANONICAL_FORMS_DIFFER', { met: forms.length })
  }
  /** Fills and signs at once, into rows; null when the record must go the ordinary way. */
  function pressInto({ signatures, digests }: Pick<PressedRows, 'signatures' | 'digests'>, i: number, record: DiplomaRecord): Filled | null {
    const [known, slots] = [knownOf(record), slotsOf(record)]
    if (!known?.form || slots === null) return null
    const { form } = known
    const { inQuads, inJson } = written(slots)
    data.set(known.optionsHash)
    hashes.sha256Filled(form.quads, inQuads, data, 32)
    const signature = sign(data)
    signatures.set(signature, i * 64)
    inJson.push(toBase58(signature))
    hashes.sha256Filled(form.json, inJson, digests, i * 32)
    return { form, slots }
  }
  function pressAll(records: readonly DiplomaRecord[], salts: Uint8Array): PressedRows {
    const rows = { signatures: new Uint8Array(64 * records.length), digests: new Uint8Array(32 * records.length), leaves: new Uint8Array(32 * records.length) }
    const filled = records.map((record, i) => pressInto(rows, i, record))
    hashes.leaves(salts, rows.digests, rows.leaves)
    return { ...rows, filled }
  }
  function press(record: DiplomaRecord, salt: Uint8Array): PressedDiploma | null {
    const { signatures: signature, digests: digest, leaves: leaf, filled: [filled] } = pressAll([record], salt)
    return filled ? { text: fillTemplate(filled.form.json, [...written(filled.slots).inJson, toBase58(signature)]), signature, digest, leaf, filled } : null
  }
  async function ordinary(record: DiplomaRecord, salt: Uint8Array): Promise<PressedDiploma> {
    const credential = toDiplomaCredential(record)
    const options = proofOptions(signing.verificationMethod, signing.created)
    const quads = [{ '@context': credential['@context'], ...options }, credential].map((one) => canonicalQuads(one, contexts))
    const [first, second] = (await Promise.all(quads)).map((text) => sha256(toByteText(text)))
    const signature = sign(Uint8Array.from([...first!, ...second!]))
    const proof = { ...options, proofValue: toBase58(signature) }
    const text = toByteText(canonicalJson({ ...credential, proof }))
    const [digest, leaf] = [sha256(text), new Uint8Array(32)]
    hashes.leaves(salt, digest, leaf)
    return { text, signature, digest, leaf, filled: null }
  }
  function sha256(text: ByteText): Uint8Array {
    const digest = new Uint8Array(32)
    hashes.sha256(text, digest, 0)
    return digest
  }
  // Every use of it is over before another begins: nothing waits between.
  const data = new Uint8Array(64)
  return {
    /** Learns the forms of these records and proves a sample of them; nothing is signed. */
    async prepare(records: readonly DiplomaRecord[]): Promise<void> {
      for (const [i, record] of records.entries()) {
        if (!knownOf(record)) await learn(record)
        else if (i % PROVE_EVERY === 0) await prove(record)
      }
    },
    /** Many diplomas, their salts side by side; those of no form are left out, for `issue`. */
    pressAll,
    /** One diploma, its text too; null when it must go the ordinary way. */
    press,
    /** One diploma, whichever way it must go. */
    issue: async (record: DiplomaRecord, salt: Uint8Array): Promise<PressedDiploma> => press(record, salt) ?? ordinary(record, salt),
  }
}

export type Press = ReturnType<typeof diplomaPress>

/** Whether a record is of this form: what tells forms of one run apart is asked first. */
const isOfForm = ({ validFrom, session, issuer, status, diploma }: DiplomaRecord, { record: one, before }: Known): boolean =>
  (diploma.mention === 'none') === (one.diploma.mention === 'none') && (diploma.speciality === '') === (one.diploma.speciality === '')
  && status.list === one.status.list && validFrom === one.validFrom && session === one.session
  && (issuer === one.issuer || (issuer.did === one.issuer.did && issuer.name === one.issuer.name))
  && addressBefore(diploma) === before
