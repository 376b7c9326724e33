// SPDX-License-Identifier: EUPL-1.2
import type { Text } from '../../text.ts'
import type { Mention } from './record.ts'

/** How each mention is said; a diploma without one says nothing of it. */
export const mentionWords: Record<Mention, Text> = {
  none: { fr: 'Sans mention', en: 'No honours' },
  'assez-bien': { fr: 'Assez bien', en: 'Fairly good (assez bien)' },
  bien: { fr: 'Bien', en: 'Good (bien)' },
  'tres-bien': { fr: 'Très bien', en: 'Very good (très bien)' },
}

/** The sentences a diploma carries. It is a French act: they are in French. */
export const diplomaSentences = {
  description: 'Diplôme délivré au candidat que le jury a déclaré admis.',
  criteria: 'Décision souveraine du jury, prise sur tous les résultats du candidat.',
} as const
