// SPDX-License-Identifier: EUPL-1.2
import { glob, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { typeset } from '#app/ui/typeset.ts'

const locales = new URL('../../xr-app/ui/locales/', import.meta.url)
type Texts = { [key: string]: string | Texts }

const read = async (language: string, namespace: string) =>
  JSON.parse(await readFile(new URL(`${language}/${namespace}.json`, locales), 'utf8')) as Texts

// French has one more plural form than English (i18next names it _many).
const leaves = (texts: Texts, path = ''): [string, string][] => Object.entries(texts).flatMap(([key, value]) =>
  (typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)))
const keysOf = (texts: Texts) => new Set(leaves(texts).map(([key]) => key.replace(/_(one|many|other)$/, '')))

const namesIn = async (language: string) => {
  const names: string[] = []
  for await (const file of glob('*.json', { cwd: new URL(`${language}/`, locales) })) names.push(file.replace('.json', ''))
  return names.toSorted()
}
const namespaces = await namesIn('fr')

it('has the same files of texts in French and English', async () => {
  expect(await namesIn('en')).toEqual(namespaces)
  expect(namespaces).toEqual(expect.arrayContaining(['catalogue', 'common', 'debrief', 'teach', 'verify', 'wallet']))
})

describe.each(namespaces)('the texts of %s', (namespace) => {
  it('say the same things in both languages, and nothing is left empty', async () => {
    const [fr, en] = [await read('fr', namespace), await read('en', namespace)]
    expect([...keysOf(en)].toSorted()).toEqual([...keysOf(fr)].toSorted())
    for (const [key, text] of [...leaves(fr), ...leaves(en)]) expect(text.trim(), key).not.toBe('')
  })

  it('take the same values', async () => {
    const valuesOf = (texts: Texts) => Object.fromEntries(leaves(texts)
      .map(([key, text]) => [key.replace(/_(one|many|other)$/, ''), [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()]))
    expect(valuesOf(await read('en', namespace))).toEqual(valuesOf(await read('fr', namespace)))
  })
})

it('has a text for every key that a page asks for by name', async () => {
  const common = keysOf(await read('fr', 'common'))
  for await (const file of glob('xr-app/{ui,pages,xr}/**/*.tsx')) {
    const code = await readFile(file, 'utf8')
    const namespaces = [...code.matchAll(/useTranslation\('(\w+)'\)/g)].map(([, name = '']) => name)
    const known = namespaces.length === 0 ? common : new Set((await Promise.all(namespaces.map((name) => read('fr', name)))).flatMap((texts) => [...keysOf(texts)]))
    for (const [, key = ''] of code.matchAll(/\bt\('([\w.-]+)'/g)) expect(known, `${file}: ${key}`).toContain(key)
  }
})

it('keeps French punctuation on the line of its word, and leaves English alone', () => {
  expect(typeset('Prêt ? Dis « oui » : vas-y.', 'fr')).toBe('Prêt\u00a0? Dis «\u00a0oui\u00a0»\u00a0: vas-y.')
  expect(typeset('l\'électricité, aujourd\'hui, 6\' et \'ici\'', 'fr')).toBe('l’électricité, aujourd’hui, 6\' et \'ici\'')
  expect(typeset('Ready ? Yes, it\'s', 'en')).toBe('Ready ? Yes, it\'s')
})

it('uses no letter and no sign that the fonts it brings do not have: not every device has them', async () => {
  const css = await readFile('xr-app/ui/fonts.css', 'utf8')
  const ranges = [...css.matchAll(/'Atkinson Hyperlegible'[^}]*unicode-range: ([^;]*);/g)].flatMap(([, list = '']) => list.split(','))
    .map((range) => range.trim().slice(2).split('-').map((code) => parseInt(code, 16)))
  const drawn = (code: number) => ranges.some(([from = 0, to = from]) => from <= code && code <= to)
  expect(drawn(0x2603)).toBe(false)
  const missing: string[] = []
  for await (const file of glob(['xr-app/**/*.{ts,tsx,json}', 'domain/**/*.{ts,json}', 'resources/scenarios/**/*.json'])) {
    for (const letter of new Set(await readFile(file, 'utf8'))) if (!drawn(letter.codePointAt(0)!)) missing.push(`${letter} in ${file}`)
  }
  expect(missing).toEqual([])
})
