// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import type { Device } from '#app/xr/device.ts'
import { beginAt, inHeadset, measure, onScreen, type Gauge, type Limits } from '#app/xr/gauge.ts'
import { firstRung, rungsOf } from '#app/xr/quality.ts'

const desk: Device = { draws: true, software: false, small: false, modest: false, density: 1 }

/** The gauge after a series of frames that each take what `ms` says on the step it is on. */
function after(count: number, ms: (rung: number, i: number) => number, gauge: Gauge, busy = false, limits: Limits = onScreen): Gauge {
  for (let i = 0; i < count; i++) gauge = measure(gauge, ms(gauge.rung, i), busy, limits)
  return gauge
}

describe('where a device begins', () => {
  it('draws everything finely on a desk computer, without relief nor shadows where 3D is computed without a graphics processor', () => {
    const [fine, poor] = [firstRung(desk, 'auto'), firstRung({ ...desk, software: true }, 'auto')]
    expect([fine.level, fine.rungs[fine.rung], fine.antialias]).toEqual(['full', { dpr: 1, shadows: true }, true])
    expect([poor.level, poor.rungs[poor.rung], poor.antialias]).toEqual(['plain', { dpr: 0.75, shadows: false }, false])
  })

  it('keeps a phone under one and a half pixels a point, and believes a device that says it is modest', () => {
    const phone = firstRung({ ...desk, small: true, density: 3 }, 'auto')
    expect([phone.level, phone.rungs[phone.rung]]).toEqual(['plain', { dpr: 1.5, shadows: false }])
    expect(firstRung({ ...desk, modest: true }, 'auto').level).toBe('plain')
  })

  it('does what its person asks, whatever the device says', () => {
    const fine = firstRung({ ...desk, software: true }, 'fine')
    expect([fine.level, fine.rungs[fine.rung]]).toEqual(['full', { dpr: 1, shadows: true }])
    const light = firstRung({ ...desk, density: 2 }, 'light')
    expect([light.level, light.rungs[light.rung]]).toEqual(['plain', { dpr: 1, shadows: false }])
  })

  it('has steps that only get finer, up to the screen\'s own pixels and never beyond two', () => {
    for (const level of ['full', 'plain'] as const) for (const density of [1, 1.25, 2, 3.5]) {
      const rungs = rungsOf(level, density)
      const cost = rungs.map(({ dpr, shadows }) => dpr * dpr + (shadows ? 0.5 : 0))
      expect(cost).toEqual(cost.toSorted((a, b) => a - b))
      expect(rungs.at(-1)?.dpr).toBe(Math.min(density, level === 'full' ? 2 : 1.5))
    }
  })
})

describe('the picture adapts to the frames', () => {
  it('gets lighter when frames are slow, and twice as fast when they are very slow', () => {
    expect(after(40, () => 50, beginAt(4, 4)).rung).toBe(3)
    expect(after(30, () => 300, beginAt(4, 4)).rung).toBe(2)
  })

  it('never gets lighter than the lightest', () => {
    expect(after(500, () => 400, beginAt(4, 4)).rung).toBe(0)
  })

  it('does not mind a hitch, nor the first frames, which prepare what is shown', () => {
    expect(after(600, (_, i) => (i % 15 === 0 ? 240 : 16.7), beginAt(4, 4)).rung).toBe(4)
    expect(after(300, (_, i) => (i < 12 ? 400 : 16.7), beginAt(4, 4)).rung).toBe(4)
  })

  it('gets finer only after frames were quick for a while', () => {
    expect(after(100, () => 16.7, beginAt(1, 4)).rung).toBe(1)
    expect(after(140, () => 16.7, beginAt(1, 4)).rung).toBe(2)
    expect(after(800, () => 16.7, beginAt(1, 4)).rung).toBe(4)
  })

  it('does not go to and fro: a step that was tried and not held is not tried again', () => {
    let [gauge, changes] = [beginAt(2, 4), 0]
    for (let i = 0; i < 6_000; i++) {
      const before = gauge.rung
      gauge = measure(gauge, gauge.rung >= 3 ? 45 : 16.7, false)
      if (gauge.rung !== before) changes += 1
    }
    expect([gauge.rung, changes]).toEqual([2, 2])
  })

  it('stays where frames are neither slow nor quick', () => {
    expect(after(3_000, () => 28, beginAt(2, 4)).rung).toBe(2)
  })

  it('changes nothing during a gesture, and does at once after it', () => {
    const held = after(300, () => 60, beginAt(4, 4), true)
    expect(held.rung).toBe(4)
    expect(measure(held, 60, false).rung).toBe(3)
  })

  it('in a headset gives way sooner, and adds nothing while it is worn', () => {
    const limits = inHeadset(72)
    expect(after(60, () => 24, beginAt(1, 1), false, limits).rung).toBe(0)
    expect(after(2_000, () => 13.9, beginAt(0, 1), false, limits).rung).toBe(0)
  })
})
