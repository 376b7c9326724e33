// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import { checkWords, sayCheck } from '#domain/verification/index.ts'
import type { Outcome, Verdict } from '#domain/verification/index.ts'
import type { Counts } from './many.ts'
import { COLON, printable } from './words.ts'

type Answer = Outcome | 'unreadable'

const marks: Record<Answer, string> = { 'valid': '✓', 'valid-when-issued': '✓', 'not-valid': '✗', 'cannot-tell': '?', 'unreadable': '?' }

/** The answer about one of many, in two words. */
const answers: Record<Answer, Text> = {
  'valid': { fr: 'valide', en: 'valid' },
  'valid-when-issued': { fr: 'valide à sa délivrance', en: 'valid when issued' },
  'not-valid': { fr: 'non valide', en: 'not valid' },
  'cannot-tell': { fr: 'on ne peut pas conclure', en: 'cannot tell' },
  'unreadable': { fr: 'fichier illisible', en: 'file cannot be read' },
}

/** The same of several. */
const answersOfSeveral: Record<Answer, Text> = {
  ...answers,
  'valid': { fr: 'valides', en: 'valid' },
  'valid-when-issued': { fr: 'valides à leur délivrance', en: 'valid when issued' },
  'not-valid': { fr: 'non valides', en: 'not valid' },
  'unreadable': { fr: 'fichiers illisibles', en: 'files cannot be read' },
}

const summary = {
  checked: { fr: 'Vérifiés en {seconds} s ({rate} par seconde) : {count}', en: 'Checked in {seconds} s ({rate} a second): {count}' },
  aside: { fr: 'Laissés de côté (ni .json, ni .ndjson) : {count}', en: 'Left aside (neither .json nor .ndjson): {count}' },
} satisfies Record<string, Text>

/** One line: the answer, which file, and every reason that it is not simply valid. */
export function lineOf(name: string, verdict: Verdict | null, language: Language): string {
  const answer = verdict?.outcome ?? 'unreadable'
  const reasons = (verdict?.checks ?? []).filter(({ result }) => result === (answer === 'not-valid' ? 'failed' : 'unknown'))
    .map((check) => `${checkWords[check.name][language]}${COLON[language]} ${sayCheck(check, language)}`)
  return `${marks[answer]} ${answers[answer][language]}  ${printable(name)}${reasons.length > 0 ? `  ${reasons.join(' ')}` : ''}`
}

/** How many had each answer, how long it took, and what was not looked at. */
export function summaryOf(counts: Counts, seconds: number, language: Language): string {
  const given = (Object.keys(marks) as Answer[]).filter((answer) => counts[answer] > 0)
  const count = given.reduce((sum, answer) => sum + counts[answer], 0)
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const say = (text: Text, values: Record<string, number>) =>
    Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, number.format(value)), text[language])
  return [
    '', say(summary.checked, { count, seconds, rate: Math.round(count / Math.max(seconds, 0.001)) }),
    ...given.map((answer) => `  ${marks[answer]} ${number.format(counts[answer])} ${(counts[answer] > 1 ? answersOfSeveral : answers)[answer][language]}`),
    ...(counts.aside > 0 ? [`    ${say(summary.aside, { count: counts.aside })}`] : []),
  ].join('\n')
}
