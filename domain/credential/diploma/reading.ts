// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '../../canonical.ts'
import { DomainError } from '../../errors.ts'
import type { Contexts } from '../contexts.ts'
import { asList, isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { proofOptions } from '../proof.ts'
import { canonicalQuads, isUnreadable } from '../quads.ts'
import { fillTemplate, toByteText } from '../template.ts'
import type { ByteText } from '../template.ts'
import { toDiplomaCredential } from './credential.ts'
import { addressBefore, formOf, slotsOf, written } from './form.ts'
import type { DiplomaForm } from './form.ts'
import type { FastHashes } from './platform.ts'
import { mentions } from './record.ts'
import type { DiplomaRecord } from './record.ts'
import { mentionWords } from './words.ts'

/** A diploma read through a form: its canonical N-Quads are the form's, with these texts (as bytes) in the slots. */
export type ReadDiploma = { form: DiplomaForm; inQuads: ByteText[] }

/** Forms learned at most: a session has some dozens. */
const MOST_FORMS = 4096
/** Diplomas of no form met before none is looked for any more: a look may cost as much as the ordinary way. */
const MOST_MISSES = 1024

/**
 * Reads signed diplomas through the forms they were pressed from, without JSON-LD. A credential is of a form only when
 * what the press writes for its texts has the very digest of its own text; whatever else goes the ordinary way.
 */
export function diplomaReader(contexts: Contexts, { sha256Filled }: Pick<FastHashes, 'sha256Filled'>) {
  const forms = new Map<string, DiplomaForm>()
  const filled = new Uint8Array(32)
  let misses = 0

  function read(credential: JsonObject, digest: Uint8Array): ReadDiploma | null {
    const { proof } = credential
    if (!isDiploma(credential) || !isJsonObject(proof) || typeof proof.proofValue !== 'string') return null
    const record = recordFrom(credential)
    const form = forms.get(nameOfForm(record, proof))
    const slots = form && slotsOf(record)
    if (!slots) return null
    const { inQuads, inJson } = written(slots)
    sha256Filled(form.json, [...inJson, toByteText(proof.proofValue)], filled, 0)
    return filled.every((byte, i) => byte === digest[i]) ? { form, inQuads } : null
  }

  /** Learns the form that this signed credential is of, if it is of one; it is proven against the ordinary way first. */
  async function learn(credential: JsonObject): Promise<void> {
    if (forms.size >= MOST_FORMS || misses >= MOST_MISSES || !isDiploma(credential) || !isJsonObject(credential.proof)) return
    const form = await formOfSigned(credential, contexts).catch(nullIfRefused)
    if (form === null) misses += 1
    else forms.set(nameOfForm(recordFrom(credential), credential.proof), form)
  }
  return { read, learn }
}

/** What diplomas of one form share. Two forms of one name would only send the second's diplomas the ordinary way. */
const nameOfForm = ({ diploma, status, validFrom, session, issuer }: DiplomaRecord, { verificationMethod, created }: JsonObject) =>
  `${diploma.mention === 'none'} ${diploma.speciality === ''} ${status.list} ${validFrom} ${session} ${issuer.name} ${addressBefore(diploma)} ${String(verificationMethod)} ${String(created)}`

const isDiploma = ({ credentialSubject: subject }: JsonObject) =>
  isJsonObject(subject) && isJsonObject(subject.achievement) && subject.achievement.achievementType === 'Diploma'

/** A form is only kept when the ordinary way gives the same text for this very credential. */
async function formOfSigned(credential: JsonObject, contexts: Contexts): Promise<DiplomaForm | null> {
  const [record, { proof, ...unsigned }] = [recordFrom(credential), credential]
  if (!isJsonObject(proof)) return null
  const { verificationMethod, created, proofValue } = proof
  const options = proofOptions(String(verificationMethod), String(created))
  if (canonicalJson({ ...toDiplomaCredential(record), proof: { ...options, proofValue } }) !== canonicalJson(credential)) return null
  const slots = slotsOf(record)
  const form = slots && await formOf(record, options, contexts)
  if (!form) return null
  return fillTemplate(form.quads, written(slots).inQuads) === toByteText(await canonicalQuads(unsigned, contexts)) ? form : null
}

function nullIfRefused(error: unknown): null {
  if (isUnreadable(error) || (error instanceof DomainError && error.code === 'ERR_RECORD_INVALID')) return null
  throw error
}

/** The record that a diploma seems to be made from; whether it is, only making it again tells. */
function recordFrom(credential: JsonObject): DiplomaRecord {
  const [issuer, status, subject] = [objectIn(credential.issuer), objectIn(credential.credentialStatus), objectIn(credential.credentialSubject)]
  const [achievement, school, place, result] = [objectIn(subject.achievement), objectIn(subject.source), objectIn(subject.identifier), objectIn(subject.result)]
  return {
    id: String(credential.id),
    validFrom: String(credential.validFrom),
    issuer: { did: String(issuer.id), name: String(issuer.name) },
    holder: {
      familyName: String(subject.familyName), givenNames: String(subject.givenName), birthDate: String(subject.dateOfBirth), birthPlace: String(place.identityHash),
    },
    diploma: {
      code: String(achievement.humanCode), address: String(achievement.id), title: { fr: String(credential.name), en: '' },
      speciality: String(achievement.specialization ?? ''), mention: mentions.find((one) => mentionWords[one].fr === result.value) ?? 'none',
    },
    school: { uai: String(objectIn(school.otherIdentifier).identifier), name: String(school.name) },
    session: String(subject.term),
    // Not in the credential: the academy is its issuer.
    academy: { code: 'issuer', name: String(issuer.name) },
    status: { list: String(status.statusListCredential), index: Number(status.statusListIndex) },
  }
}

/** A member that is an object, or a list of one; nothing when it is neither. */
function objectIn(value: unknown): JsonObject {
  const [first] = asList(value)
  return isJsonObject(first) ? first : {}
}
