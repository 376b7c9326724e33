// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Language } from '#domain/text.ts'

const require = createRequire(import.meta.url)
const font = (name: string) => ({ file: require.resolve(name), type: 'font/woff2' })

/** What the service's own pages show themselves with: served from here, like everything. */
export const assets: Record<string, { file: string; type: string }> = {
  '/demonstration/style.css': { file: fileURLToPath(new URL('frame.css', import.meta.url)), type: 'text/css; charset=utf-8' },
  '/demonstration/title.woff2':
    font('@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2'),
  '/demonstration/text.woff2': font('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2'),
  '/demonstration/text-bold.woff2':
    font('@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-700-normal.woff2'),
}

/** One of the few pages that the service shows by itself. `body` is HTML; the rest is plain text. */
export const framed = (language: Language, title: string, mark: string, body: string): string => `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${escape(title)} · Compagnon</title>
    <link rel="stylesheet" href="/demonstration/style.css">
  </head>
  <body>
    <main>
      <p class="mark">Compagnon${mark && ` <span>${escape(mark)}</span>`}</p>
      <h1>${escape(title)}</h1>
      ${body}
    </main>
  </body>
</html>
`

/** A text as HTML, in an element or an attribute. */
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
