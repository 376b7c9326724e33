// SPDX-License-Identifier: EUPL-1.2
import { plain } from './columns.ts'
import type { Decision, Mention } from './record.ts'

export type MarkFault = 'average-form' | 'average-range'
const MOST = 20

/** Reads an average out of 20, with a decimal comma or point; an empty cell gives none. */
export function readAverage(text: string): { average: number | null } | { fault: MarkFault } {
  if (text === '') return { average: null }
  if (!/^-?\d{1,3}([.,]\d{1,4})?$/.test(text)) return { fault: 'average-form' }
  const average = Number(text.replace(',', '.'))
  return average >= 0 && average <= MOST ? { average } : { fault: 'average-range' }
}

const mentionWords: Record<string, Mention> = {
  '': 'none', sans: 'none', sansmention: 'none', aucune: 'none', none: 'none', passable: 'none', neant: 'none',
  assezbien: 'assez-bien', ab: 'assez-bien', bien: 'bien', b: 'bien', tresbien: 'tres-bien', tb: 'tres-bien',
}

const decisionWords: Record<string, Decision> = {
  admis: 'admitted', admise: 'admitted', admise1ergroupe: 'admitted', admitted: 'admitted', adm: 'admitted', recu: 'admitted', recue: 'admitted',
  refuse: 'refused', refusee: 'refused', refused: 'refused', ajourne: 'refused', ajournee: 'refused', absent: 'refused', absente: 'refused', elimine: 'refused', eliminee: 'refused',
}

export const readMention = (text: string): Mention | null => wordIn(mentionWords, text)
export const readDecision = (text: string): Decision | null => wordIn(decisionWords, text)

// By own keys alone: "constructor" is no decision.
const wordIn = <Word>(words: Record<string, Word>, text: string): Word | null => {
  const key = plain(text)
  // A cell of signs alone is no empty cell.
  if (key === '' && text !== '') return null
  return Object.hasOwn(words, key) ? words[key] as Word : null
}

/** The mention that an average gives: "assez bien" from 12, "bien" from 14, "très bien" from 16. */
export function mentionFor(average: number): Mention {
  if (average >= 16) return 'tres-bien'
  if (average >= 14) return 'bien'
  return average >= 12 ? 'assez-bien' : 'none'
}

export type MentionFault = 'mention-above-average' | 'mention-below-average' | 'mention-of-refused' | 'mention-not-given'

/** What is wrong with a mention beside the rest of the line; `gives` says whether the diploma has mentions at all. */
export function faultOfMention(mention: Mention, average: number | null, decision: Decision, gives: boolean): MentionFault | null {
  if (mention !== 'none' && decision === 'refused') return 'mention-of-refused'
  if (mention !== 'none' && !gives) return 'mention-not-given'
  if (!gives || average === null || decision === 'refused') return null
  const due = mentionFor(average)
  if (due === mention) return null
  return order.indexOf(mention) > order.indexOf(due) ? 'mention-above-average' : 'mention-below-average'
}

const order: readonly Mention[] = ['none', 'assez-bien', 'bien', 'tres-bien']
