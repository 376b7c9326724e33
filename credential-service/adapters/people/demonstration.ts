// SPDX-License-Identifier: EUPL-1.2
import type { Role } from '#domain/access.ts'
import type { Text } from '#domain/text.ts'
import type { Database } from '../database/index.ts'

/**
 * A school that does not exist, in an academy of the register. No department is 999, so the UAI is nobody's; its letter is
 * right, or no result of this school would pass the check of a jury's file, and its head could hand no diploma over.
 */
export const demonstrationSchool = {
  id: 'school-louise-michel',
  slug: 'louise-michel',
  name: 'Lycée professionnel Louise-Michel (démonstration)',
  uai: '9999999P',
  academy: 'Lyon',
}

export type DemonstrationPerson = { subject: string; name: string; roles: Role[]; what: Text; uai: string | null; academy?: string }

const { uai } = demonstrationSchool
const student = { fr: 'Élève de terminale MELEC', en: 'Final-year student, electrical trades' }

/** People who do not exist, for anyone to try each part. */
export const demonstrationPeople: readonly DemonstrationPerson[] = [
  { subject: 'demo-ines', name: 'Inès Moreau', roles: ['student'], what: student, uai },
  { subject: 'demo-yanis', name: 'Yanis Haddad', roles: ['student'], what: student, uai },
  { subject: 'demo-chloe', name: 'Chloé Lefèvre', roles: ['student'], what: student, uai },
  {
    subject: 'demo-teacher', name: 'Karim Benali', roles: ['teacher'], uai,
    what: { fr: 'Professeur d’électrotechnique', en: 'Teacher of electrical trades' },
  },
  {
    subject: 'demo-head', name: 'Hélène Garnier', roles: ['school-head'], uai,
    what: { fr: 'Cheffe d’établissement', en: 'Head of the school' },
  },
  {
    subject: 'demo-jury', name: 'Paul Rivière', roles: ['jury'], uai: null,
    what: { fr: 'Membre du jury, électricien', en: 'Jury member, electrician' },
  },
  {
    subject: 'demo-jury-2', name: 'Maëlle Kerbrat', roles: ['jury'], uai: null,
    what: { fr: 'Membre du jury, professeure de lettres', en: 'Jury member, teacher of French' },
  },
  {
    subject: 'demo-jury-3', name: 'Thierry Nguyen', roles: ['jury'], uai: null,
    what: { fr: 'Membre du jury, inspecteur', en: 'Jury member, inspector' },
  },
  {
    subject: 'demo-academy', name: 'Nadia Roussel', roles: ['academy'], uai: null, academy: demonstrationSchool.academy,
    what: { fr: 'Chargée des examens à l’académie', en: 'Examinations officer at the academy' },
  },
  // An act on a diploma takes two persons of the academy.
  {
    subject: 'demo-academy-2', name: 'Sofiane Amrani', roles: ['academy'], uai: null, academy: demonstrationSchool.academy,
    what: { fr: 'Responsable des diplômes à l’académie', en: 'In charge of diplomas at the academy' },
  },
]

/** Loads the demonstration school; people come in when they sign in. Safe to run again. */
export async function loadDemonstration({ db }: Database): Promise<void> {
  const { uai, academy } = demonstrationSchool
  await db.insertInto('schools').values(demonstrationSchool).onConflict((at) => at.column('id').doUpdateSet({ uai, academy })).execute()
}
