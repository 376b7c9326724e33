// SPDX-License-Identifier: EUPL-1.2

/**
 * Identifiant national élève, eleven characters: nine digits and two letters (RNIE, since 2018), ten digits and a letter
 * (BEA, before), four digits, A, five digits and a letter (apprentices). No check letter of them is published: the form
 * is all that can be held.
 */
const INE_FORMS = [/^\d{9}[A-Z]{2}$/, /^\d{10}[A-Z]$/, /^\d{4}A\d{5}[A-Z]$/]

export const isIne = (text: string): boolean => INE_FORMS.some((form) => form.test(text))

/** UAI letters: the alphabet without I, O and Q, so that no letter is taken for a digit. */
const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const UAI_FORM = /^\d{7}[A-Z]$/

/** The check letter of a UAI: its seven digits as one number, modulo 23. */
export const uaiLetter = (digits: string): string => UAI_LETTERS[Number(digits) % UAI_LETTERS.length] as string

export type UaiFault = 'uai-form' | 'uai-letter' | 'leading-zero-lost'

/** What is wrong with a UAI (unité administrative immatriculée): null when its form and its letter hold. */
export function faultOfUai(text: string): UaiFault | null {
  if (UAI_FORM.test(text)) return uaiLetter(text.slice(0, 7)) === text[7] ? null : 'uai-letter'
  const padded = text.padStart(8, '0')
  // A spreadsheet takes 0750680 for a number; what is left still has the right letter.
  if (/^\d{4,6}[A-Z]$/.test(text) && uaiLetter(padded.slice(0, 7)) === text.at(-1)) return 'leading-zero-lost'
  return 'uai-form'
}

/** What a spreadsheet makes of a long number: 1,23457E+10. Its digits are gone for good. */
export const isSpreadsheetNumber = (text: string): boolean => /^\d+[.,]\d+E\+?\d+$/i.test(text)
