// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '../text.ts'
import { reasons } from './reasons.ts'
import type { Reason } from './reasons.ts'
import type { Check, CheckName, Outcome } from './verdict.ts'

/** The answer in one sentence. */
export const outcomeWords: Record<Outcome, Text> = {
  'valid': { fr: 'Cette attestation est valide.', en: 'This credential is valid.' },
  'valid-when-issued': {
    fr: 'Cette attestation était valide quand elle a été délivrée ; depuis, l’établissement a fermé ou changé de clé, ou une technique d’alors n’est plus sûre.',
    en: 'This credential was valid when it was issued; since then the school has closed or changed keys, or a technique of then is no longer safe.',
  },
  'cannot-tell': { fr: 'On ne peut pas conclure : il manque de quoi vérifier.', en: 'Cannot tell: something needed for the check is missing.' },
  'not-valid': { fr: 'Cette attestation n’est pas valide.', en: 'This credential is not valid.' },
}

export const checkWords: Record<CheckName, Text> = {
  integrity: { fr: 'Fichier intact', en: 'File intact' },
  signature: { fr: 'Signature', en: 'Signature' },
  accreditation: { fr: 'Habilitation de l’établissement', en: 'School’s accreditation' },
  issuerKey: { fr: 'Clé de l’établissement', en: 'School’s key' },
  anchored: { fr: 'Inscription au registre', en: 'Anchoring on the ledger' },
  deliberation: { fr: 'Décision du jury', en: 'Jury’s decision' },
  status: { fr: 'Révocation', en: 'Revocation' },
  dates: { fr: 'Dates', en: 'Dates' },
}

export const resultWords: Record<Check['result'], Text> = {
  passed: { fr: 'vérifié', en: 'checked' },
  failed: { fr: 'refusé', en: 'refused' },
  unknown: { fr: 'inconnu', en: 'unknown' },
}

const dayIn = (language: Language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
const days: Record<Language, Intl.DateTimeFormat> = { fr: dayIn('fr'), en: dayIn('en') }
const momentIn = (language: Language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const moments: Record<Language, Intl.DateTimeFormat> = { fr: momentIn('fr'), en: momentIn('en') }

/** The reason of a check as one sentence: its dates and moments (seconds) in words, the name of a deliberation in short. */
export function sayCheck(check: Check, language: Language): string {
  const sentence: string = Object.hasOwn(reasons, check.reason) ? reasons[check.reason as Reason][language] : check.reason
  return Object.entries(check.values ?? {}).reduce(
    (said, [name, value]) => said.replaceAll(`{${name}}`, written(name, value, language)), sentence)
}

function written(name: string, value: string | number, language: Language): string {
  if (name === 'date') return days[language].format(new Date(Number(value) * 1000))
  if (name === 'moment') return `${moments[language].format(new Date(Number(value) * 1000))} UTC`
  return name === 'deliberation' ? `${String(value).slice(0, 10)}…` : String(value)
}
