// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { Marked } from 'marked'
import type { Plugin } from 'vite'
import { typeset } from '../ui/typeset.ts'
import type { Language } from '../../domain/text.ts'

const guide = /resources\/scenarios\/[^/]+\/guide\.(fr|en)\.md$/

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const renderer = new Marked({
  gfm: true,
  renderer: {
    // A guide is words, tables and links: markup written in it is shown as it is written.
    html: ({ text }) => escaped(text),
    // A wide table is moved sideways by itself, by hand or by keyboard; the page is not.
    table(token) {
      const row = (cells: typeof token.header, tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`
      return `<div class="table" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>\n`
    },
  },
})

/** A guide as a title and the rest of it. */
export function readGuide(markdown: string, language: Language = 'fr'): { title: string; body: string } {
  const [, title = '', rest = ''] = /^#\s+(.+)\n([\s\S]*)$/.exec(markdown.trimStart()) ?? []
  if (title === '') throw new Error('A guide begins with its title: « # … »')
  return { title: typeset(title.trim(), language), body: typeset(renderer.parse(rest, { async: false }), language) }
}

/** Lets a page import `resources/scenarios/<id>/guide.<language>.md` as `{ title, body }`: nothing renders Markdown in the browser. */
export function guides(): Plugin {
  return {
    name: 'compagnon:guides',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0] ?? ''
      const [, language] = guide.exec(file) ?? []
      if (!language) return null
      this.addWatchFile(file)
      return { code: `export default ${JSON.stringify(readGuide(await readFile(file, 'utf8'), language === 'en' ? 'en' : 'fr'))}`, moduleType: 'js' as const }
    },
  }
}
