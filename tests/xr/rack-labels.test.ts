// SPDX-License-Identifier: EUPL-1.2
// What is engraved in a network rack reads at arm's length, and no wire, contact or cord is told by its colour alone.
import { describe, expect, it } from 'vitest'
import { cablingBodies } from '#app/equipment/cabling-bodies.ts'
import type { Body } from '#app/equipment/craft/body.ts'
import { engraved, onBreaker, onSleeve, onYellow, Press, type Print } from '#app/equipment/craft/print.ts'
import type { Building } from '#app/equipment/kind-body.ts'
import type { Text } from '#domain/text.ts'

const linear = (byte: number) => (byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => sum + share * linear(parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)), 0)
const contrast = (a: string, b: string) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05)

type Written = { text: string; share: number }

/** What a drawing writes, and how large its letters are as a share of its height: asked of a pen that only listens. */
function listen(draw: (pen: CanvasRenderingContext2D, w: number, h: number) => void, w: number, h: number): Written[] {
  const heard: Written[] = []
  const pen = { font: '', fillRect: () => undefined, fillText: (text: string) => { if (text) heard.push({ text, share: Number(/(\d+)px/.exec(pen.font)?.[1]) / h }) } }
  draw(pen as never, w, h)
  return heard
}

/** Remembers what each print says. */
class Listening extends Press {
  readonly said = new Map<Print, Written[]>()
  override text(...[lines, w, h, style]: Parameters<Press['text']>): Print {
    const print = super.text(lines, w, h, style)
    // As atlas.ts writes lines.
    this.said.set(print, lines.map((text) => ({ text, share: 0.86 / (lines.length + 0.3) })))
    return print
  }
  override draw(...[w, h, draw, name]: Parameters<Press['draw']>): Print {
    const print = super.draw(w, h, draw, name)
    this.said.set(print, listen(draw, w, h))
    return print
  }
}

/** Everything written on a body, and how high its letters are, in metres. */
function writtenOn(kind: keyof typeof cablingBodies, look: object = {}, language: 'fr' | 'en' = 'fr'): { text: string; size: number }[] {
  const press = new Listening(2048)
  const { exhibit, build } = cablingBodies[kind]
  const making = { id: 'x', look: { ...exhibit?.look, ...look }, equipment: { id: 'x', ...exhibit?.equipment }, press, say: (text: Text) => text[language] }
  const made = build(making as unknown as Building)
  const bodies: Body[] = Array.isArray(made) ? made : [made]
  return bodies.flatMap(({ fixed, parts }) => [...fixed, ...parts.flatMap(({ solids }) => solids)]).flatMap(({ print, shape }) => {
    shape.computeBoundingBox()
    const { min, max } = shape.boundingBox!
    return print ? press.said.get(print)!.map(({ text, share }) => ({ text, size: share * (max.y - min.y) })) : []
  })
}

describe('what is engraved in a rack', () => {
  it('stands out of its plate', () => {
    for (const { paper, ink } of [engraved, onBreaker, onYellow, onSleeve]) expect(contrast(paper, ink), paper).toBeGreaterThanOrEqual(4.5)
  })

  it('has the numbers of ports and the marks of sockets 1.2° high, 0.6 m away', () => {
    // Capitals and figures are two thirds of the size of their letters.
    const least = 0.6 * Math.tan((1.2 * Math.PI) / 180) * 1.5
    for (const [kind, mark] of [['network-switch', '5'], ['network-switch', '8'], ['network-module', 'PP1-7']] as const)
      expect(writtenOn(kind).find(({ text }) => text === mark)?.size, mark).toBeGreaterThanOrEqual(least)
  })

  it.each(['fr', 'en'] as const)('says in letters the wire that each contact wants, by each standard (%s)', (language) => {
    const letters = writtenOn('network-module', {}, language).map(({ text }) => text).filter((text) => /^([A-Z][a-z])+$/.test(text))
    expect(letters).toHaveLength(16)
    expect(new Set(letters).size).toBe(8)
    // « Bl » beside « Bc » reads as « blanc ».
    expect(letters).toContain(language === 'fr' ? 'BcBe' : 'WhOg')
  })

  it.each(['orange', 'green', 'blue', 'brown'])('names the %s pair, and a cord of any colour at its coil and its plugs', (colour) => {
    expect(writtenOn('wire-pair', { colour }, 'en').map(({ text }) => text)).toEqual([colour])
    expect(writtenOn('patch-cord', { colour: 'blue' }).map(({ text }) => text)).toEqual(Array<string>(3).fill('bleu'))
  })
})
