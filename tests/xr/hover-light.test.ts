// SPDX-License-Identifier: EUPL-1.2
import { Color } from 'three'
import { describe, expect, it } from 'vitest'
import { body } from '#app/equipment/craft/body.ts'
import { forge } from '#app/equipment/craft/forge.ts'
import { LIT } from '#app/equipment/craft/matter.ts'
import { engraved, onBreaker, onSleeve, onYellow, Press } from '#app/equipment/craft/print.ts'
import { box, sheet } from '#app/equipment/craft/solid.ts'

const EXPOSURE = 1.06
/** ACES filmic tone mapping as three.js does it, of one grey level: what reaches the eye of it. */
const seen = (level: number) => {
  const v = level * EXPOSURE / 0.6
  const tone = (v * (v + 0.0245786) - 0.000090537) / (v * (0.983729 * v + 0.432951) + 0.238081)
  return Math.min(1, Math.max(0, tone))
}
const luminance = (colour: string) => {
  const { r, g, b } = new Color(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
/** How much clearer the one is than the other (WCAG 2.2, contrast ratio), under so much light. */
const contrast = (ink: string, paper: string, light: number, lit: number) => {
  const [a, b] = [ink, paper].map((colour) => seen(luminance(colour) * (light + lit)) + 0.05).toSorted((x, y) => y - x)
  return a! / b!
}
const styles = { engraved, onBreaker, onYellow, onSleeve }

describe('a plate that answers the hand', () => {
  for (const [name, { ink, paper }] of Object.entries(styles)) for (const light of [0.25, 0.6, 1]) {
    it(`keeps its letters legible, ${name}, where ${light * 100} % of the light falls`, () => {
      expect(contrast(ink, paper, light, LIT.own)).toBeGreaterThanOrEqual(4.5)
    })
  }

  it('is lit along its rim, and the rim leaves three quarters of its height to the letters', () => {
    expect(LIT.most * 2).toBeLessThanOrEqual(0.25)
    // The rim is at least three times as bright as the darkest plate that it goes around (WCAG 2.2, 1.4.11).
    const [r, g, b] = LIT.rim
    const rim = 0.2126 * r + 0.7152 * g + 0.0722 * b
    expect((seen(rim) + 0.05) / (seen(luminance(engraved.paper) * (1 + LIT.own)) + 0.05)).toBeGreaterThan(3)
  })

  it('knows where each of its corners is, and what is no plate has none', () => {
    const print = new Press(64).text(['Q3'], 32, 16, engraved)
    const { fixed } = forge([body('q3', [sheet('labelBlack', 0.1, 0.03, [0, 0, 0], undefined, print), box('breaker', [1, 1, 1], [0, 0, 0], 0)])], () => 1)
    const face = fixed.matter!.getAttribute('face')
    const all = Array.from({ length: face.count }, (_, i) => [face.getX(i), face.getY(i), face.getZ(i)].join(' '))
    expect(all.slice(0, 4).toSorted()).toEqual(['0 0 1', '0 1 1', '1 0 1', '1 1 1'])
    expect(new Set(all.slice(4))).toEqual(new Set(['0 0 0']))
  })
})
