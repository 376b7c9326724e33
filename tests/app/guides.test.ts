// SPDX-License-Identifier: EUPL-1.2
import { glob, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readGuide } from '../../xr-app/build/guides.ts'

const folder = new URL('../../resources/scenarios/', import.meta.url)
const found: string[] = []
for await (const file of glob('*/guide.*.md', { cwd: folder })) found.push(file)

describe('the teachers\' guides', () => {
  it('exist in both languages', () => {
    const [fr, en] = ['fr', 'en'].map((language) => found.filter((file) => file.endsWith(`.${language}.md`)).map((file) => file.split('/')[0]).toSorted())
    expect(fr?.length).toBeGreaterThan(2)
    expect(en).toEqual(fr)
  })

  it.each(found.toSorted())('%s has a title, parts, and no markup of its own', async (file) => {
    const { title, body } = readGuide(await readFile(new URL(file, folder), 'utf8'))
    expect(title.length).toBeGreaterThan(8)
    expect(body.match(/<h2/g)?.length).toBeGreaterThan(2)
    expect(body.replaceAll(/<\/?(h2|h3|h4|p|ul|ol|li|strong|em|code|pre|blockquote|hr|table|thead|tbody|tr|th|td|div|a|br|del)\b[^>]*>/g, '')).not.toMatch(/[<>]/)
    expect(body).not.toContain('<h1')
  })

  it('never pass on what looks like a script', () => {
    expect(readGuide('# A\n\n<script>alert(1)</script> and <b onclick="x">b</b>').body).not.toMatch(/<script|<b /)
  })
})
