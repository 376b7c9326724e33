// SPDX-License-Identifier: EUPL-1.2
import type { Assurance, Mode } from '../evidence/recording.ts'
import type { Text } from '../text.ts'

const criteria: Text = {
  fr: 'Réaliser la situation simulée en mode évalué : le service rejoue ce qui a été fait et l’évalue selon la grille publiée du scénario, puis un enseignant valide. Ce résultat de formation n’est pas une habilitation : seul un employeur habilite.',
  en: 'Carry out the simulated situation in assessed mode: the service replays what was done and assesses it by the scenario’s published rubric, then a teacher validates. This training result is not a legal authorisation to work: only an employer grants one.',
}

const mode: Record<Mode, Text> = {
  guided: { fr: 'Tentative guidée, avec indications.', en: 'Guided attempt, with hints.' },
  practice: { fr: 'Tentative libre, sans indication.', en: 'Free attempt, without hints.' },
  assessed: { fr: 'Tentative évaluée, sans indication.', en: 'Assessed attempt, without hints.' },
}

// What each level proves, and cannot: docs/assurance.md.
const assurance: Record<Assurance, Text> = {
  self: { fr: 'Réalisée seul, sans surveillance.', en: 'Made alone, unsupervised.' },
  online: { fr: 'Réalisée en ligne : chaque geste daté par le service, sans surveillance.', en: 'Made online: each gesture dated by the service, unsupervised.' },
  supervised: { fr: 'Réalisée sous la surveillance d’un enseignant.', en: 'Made under a teacher’s supervision.' },
}

/** The sentences a credential carries, in the language it is written in. */
export const words = {
  criteria,
  mode,
  assurance,
  assuranceName: { fr: 'Niveau d’assurance', en: 'Assurance level' } satisfies Text,
  evidenceName: { fr: 'Enregistrement de la tentative', en: 'Recording of the attempt' } satisfies Text,
}
