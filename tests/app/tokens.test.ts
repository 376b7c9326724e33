// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const css = await readFile(new URL('../../xr-app/ui/tokens.css', import.meta.url), 'utf8')
const [common = '', contrastBlock = ''] = css.split(":root[data-theme='contrast']")

type Theme = Record<string, string>
const pairs = [...common.matchAll(/--([\w-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\)/gi)]
const light: Theme = Object.fromEntries(pairs.map(([, name = '', day = '']) => [name, day]))
const dark: Theme = Object.fromEntries(pairs.map(([, name = '', , night = '']) => [name, night]))
const contrast: Theme = Object.fromEntries([...contrastBlock.matchAll(/--([\w-]+): (#[0-9A-F]{6})/gi)].map(([, name = '', colour = '']) => [name, colour]))

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function ratio(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunk', 'dawn', 'action-soft']
const states = ['valid', 'once', 'unsure', 'refused']
/** Text on its ground: at least 4.5. */
const texts: [string, string][] = [
  ...['ink', 'action'].flatMap((text): [string, string][] => grounds.map((ground) => [text, ground])),
  ...['paper', 'surface', 'sunk'].map((ground): [string, string] => ['steel', ground]),
  ['steel', 'dawn'], ['steel', 'action-soft'],
  ['on-action', 'action'],
  ...states.flatMap((state): [string, string][] => [[state, `${state}-soft`], [state, 'paper'], [state, 'surface'], ['ink', `${state}-soft`]]),
]
/** Edges of fields and the spark on their ground: at least 3. */
const shapes: [string, string][] = [
  ...['paper', 'surface', 'sunk'].flatMap((ground): [string, string][] => [['edge', ground], ['ember', ground]]),
  ['ember', 'dawn'],
]

describe.each([['light', light, 4.5], ['dark', dark, 4.5], ['contrast', contrast, 7]] as const)('the %s theme', (name, theme, least) => {
  it.each(texts)('lets %s be read on %s', (text, ground) => {
    expect(ratio(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(least)
  })
  it.each(shapes)('lets %s be seen on %s', (shape, ground) => {
    expect(ratio(theme[shape] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
  it('names every colour that the others name', () => {
    expect(Object.keys(theme).toSorted()).toEqual(Object.keys(light).toSorted())
    expect(name).toBeTruthy()
  })
})

it('keeps the colours that were agreed', () => {
  expect(light).toMatchObject({
    ink: '#1B1F23', paper: '#FBF8F3', steel: '#5B6B7A', action: '#173A5E', ember: '#D9480F',
    valid: '#1B6E3C', once: '#0F6B73', unsure: '#8A5A00', refused: '#A61B1B',
  })
})
