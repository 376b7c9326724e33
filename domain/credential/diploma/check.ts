// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../errors.ts'
import { mentions } from './record.ts'
import type { DiplomaRecord } from './record.ts'

const URN_UUID = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const DAY = /^\d{4}-\d\d-\d\d$/
const MONTH = /^\d{4}-\d\d$/
const ADDRESS = /^(?:https?:\/\/|urn:|did:)[^\s<>"{}|\\^`]+$/

const isText = (text: string) => text.trim() !== '' && text.isWellFormed()

type Rule = [member: string, holds: (record: DiplomaRecord) => boolean]

const rules: readonly Rule[] = [
  ['id', ({ id }) => URN_UUID.test(id)],
  ['validFrom', ({ validFrom }) => INSTANT.test(validFrom)],
  ['issuer.did', ({ issuer }) => issuer.did.startsWith('did:') && ADDRESS.test(issuer.did)],
  ['issuer.name', ({ issuer }) => isText(issuer.name)],
  ['holder.familyName', ({ holder }) => isText(holder.familyName)],
  ['holder.givenNames', ({ holder }) => holder.givenNames.isWellFormed()],
  ['holder.birthDate', ({ holder }) => DAY.test(holder.birthDate)],
  ['holder.birthPlace', ({ holder }) => holder.birthPlace.isWellFormed()],
  ['diploma.code', ({ diploma }) => isText(diploma.code)],
  ['diploma.address', ({ diploma }) => ADDRESS.test(diploma.address) && !diploma.address.includes('#')],
  ['diploma.title', ({ diploma }) => isText(diploma.title.fr)],
  ['diploma.speciality', ({ diploma }) => diploma.speciality.isWellFormed()],
  ['diploma.mention', ({ diploma }) => mentions.includes(diploma.mention)],
  ['school.uai', ({ school }) => isText(school.uai)],
  ['school.name', ({ school }) => isText(school.name)],
  ['session', ({ session }) => MONTH.test(session)],
  ['academy.code', ({ academy }) => isText(academy.code)],
  ['status.list', ({ status }) => ADDRESS.test(status.list) && !status.list.includes('#')],
  ['status.index', ({ status }) => Number.isSafeInteger(status.index) && status.index >= 0],
]

/** @throws ERR_RECORD_INVALID naming the first member that cannot go into a diploma. */
export function checkDiploma(record: DiplomaRecord): void {
  for (const [member, holds] of rules) if (!holds(record)) throw new DomainError('ERR_RECORD_INVALID', { member })
}
