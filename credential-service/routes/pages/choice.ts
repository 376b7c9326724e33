// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import { escape, framed } from './frame.ts'

type Choice = { subject: string; name: string; what: Text }

const words = {
  title: { fr: 'Qui êtes-vous aujourd’hui ?', en: 'Who are you today?' },
  mark: { fr: 'Démonstration', en: 'Demonstration' },
  intro: {
    fr: 'Ces personnes n’existent pas. Choisissez-en une pour essayer Compagnon à sa place : aucun mot de passe.',
    en: 'These people do not exist. Choose one to try Compagnon in their place: there is no password.',
  },
  // Each in its own language: it is for those who do not read the other.
  other: { fr: 'English', en: 'Français' },
} satisfies Record<string, Text>

/** The page of the embedded provider where a visitor chooses whom to be. `uid` is the sign-in under way. */
export function choicePage(uid: string, choices: readonly Choice[], language: Language): string {
  const other = language === 'fr' ? 'en' : 'fr'
  const buttons = choices.map(({ subject, name, what }) => `
        <li><button name="subject" value="${escape(subject)}"><b>${escape(name)}</b> <span>${escape(what[language])}</span></button></li>`)
  return framed(language, words.title[language], words.mark[language], `<p>${escape(words.intro[language])}</p>
      <form method="post" action="/demonstration/${encodeURIComponent(uid)}"><ul>${buttons.join('')}
      </ul></form>
      <p class="aside"><a href="?language=${other}" lang="${other}" hreflang="${other}">${words.other[language]}</a></p>`)
}
