// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import { escape, framed } from './frame.ts'

const back: Text = { fr: 'Revenir à la première page', en: 'Back to the first page' }

/** A problem, for someone who opened an address in a browser. */
export const failurePage = ({ title, detail }: { title: string; detail: string }, language: Language): string =>
  framed(language, title, '', `<p>${escape(detail)}</p>
      <p class="aside"><a href="/">${back[language]}</a></p>`)
