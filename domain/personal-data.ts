// SPDX-License-Identifier: EUPL-1.2
/**
 * The register of processing, as data (GDPR, article 30): every stored field that says something of a person, why it is
 * kept, on what legal basis, for how long, one file a subject. A field of the database that is neither there nor in
 * `notPersonal` fails a test (tests/service/foundation/personal-data.test.ts).
 */
import { ofCredentials } from './personal-data/credentials.ts'
import { ofEvidence } from './personal-data/evidence.ts'
import type { PersonalFields } from './personal-data/field.ts'
import { ofJuries } from './personal-data/juries.ts'
import { ofPeople } from './personal-data/people.ts'
import { ofResults } from './personal-data/results.ts'

export type { LegalBasis, PersonalField } from './personal-data/field.ts'
export { notPersonal } from './personal-data/not-personal.ts'

/** `table.column` → why and for how long. */
export const personalData: PersonalFields = { ...ofPeople, ...ofEvidence, ...ofCredentials, ...ofResults, ...ofJuries }
