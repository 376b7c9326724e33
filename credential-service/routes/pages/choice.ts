// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Language, Text } from '#domain/text.ts'

const require = createRequire(import.meta.url)
const font = (name: string) => ({ file: require.resolve(name), type: 'font/woff2' })

/** What the page shows itself with: served from here, like everything. */
export const assets: Record<string, { file: string; type: string }> = {
  '/demonstration/style.css': { file: fileURLToPath(new URL('choice.css', import.meta.url)), type: 'text/css; charset=utf-8' },
  '/demonstration/title.woff2':
    font('@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2'),
  '/demonstration/text.woff2': font('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2'),
  '/demonstration/text-bold.woff2':
    font('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2'),
}

type Choice = { subject: string; name: string; what: Text }

const words = {
  title: { fr: 'Qui êtes-vous aujourd’hui ?', en: 'Who are you today?' },
  mark: { fr: 'Démonstration', en: 'Demonstration' },
  intro: {
    fr: 'Ces personnes n’existent pas. Choisissez-en une pour essayer Compagnon à sa place : aucun mot de passe.',
    en: 'These people do not exist. Choose one to try Compagnon in their place: there is no password.',
  },
} satisfies Record<string, Text>

/** The page of the embedded provider where a visitor chooses whom to be. `uid` is the sign-in under way. */
export function choicePage(uid: string, choices: readonly Choice[], language: Language): string {
  const say = (text: Text) => escape(text[language])
  const buttons = choices.map(({ subject, name, what }) => `
        <li><button name="subject" value="${escape(subject)}"><b>${escape(name)}</b> <span>${say(what)}</span></button></li>`)
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${say(words.title)} · Compagnon</title>
    <link rel="stylesheet" href="/demonstration/style.css">
  </head>
  <body>
    <main>
      <p class="mark">Compagnon <span>${say(words.mark)}</span></p>
      <h1>${say(words.title)}</h1>
      <p>${say(words.intro)}</p>
      <form method="post" action="/demonstration/${encodeURIComponent(uid)}"><ul>${buttons.join('')}
      </ul></form>
    </main>
  </body>
</html>
`
}

const escape = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
