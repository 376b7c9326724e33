// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { createDwell } from '#app/ui/aids/dwell.ts'
import { defaults, type Settings } from '#app/ui/settings/choices.ts'
import { isPauseDue } from '#app/xr/comfort/pause.ts'
import { layOut, PANEL_WIDTH, PAPER, type Drawn } from '#app/xr/panel-layout.ts'
import { SETTINGS_PAGES, settingRows } from '#app/xr/slate-settings.ts'
import { workRows } from '#app/xr/slate-work.ts'
import fr from '#app/ui/locales/fr/scene.json' with { type: 'json' }

const wide = (text: string, size: number) => text.length * size * 0.54
const metres = PANEL_WIDTH / PAPER
const keys = (items: Drawn[]) => items.filter((item) => item.kind === 'button')

/** What happened of looking at each of these, a frame apart. */
function look(targets: (string | null)[], ms = 600): string[] {
  const dwell = createDwell()
  return targets.flatMap((target, frame) => {
    const { aim, done } = dwell(frame * 20, target, ms)
    return done && aim ? [aim] : []
  })
}
const during = (ms: number, target: string | null) => Array.from({ length: ms / 20 }, () => target)

describe('acting by resting', () => {
  it('acts once what was looked at long enough, and not before', () => {
    expect(look(during(580, 'lever'))).toEqual([])
    expect(look(during(3000, 'lever'))).toEqual(['lever'])
  })

  it('forgives a head that trembles off its target for a moment, but never acts in that moment', () => {
    expect(look([...during(300, 'lever'), ...during(120, null), ...during(200, 'lever')])).toEqual(['lever'])
    expect(look([...during(500, 'lever'), ...during(160, 'door')])).toEqual([])
  })

  it('begins again on another target, and acts again only on what was left', () => {
    expect(look([...during(400, 'lever'), ...during(500, 'door')])).toEqual([])
    expect(look([...during(700, 'lever'), ...during(300, null), ...during(700, 'lever')])).toEqual(['lever', 'lever'])
  })

  it('waits as long as was chosen', () => {
    expect(look(during(2900, 'lever'), 3000)).toEqual([])
    expect(look(during(3100, 'lever'), 3000)).toEqual(['lever'])
  })
})

describe('a pause', () => {
  it('is proposed after as many minutes as were chosen, or never', () => {
    expect(isPauseDue(15 * 60_000 - 1, 0, 15)).toBe(false)
    expect(isPauseDue(15 * 60_000, 0, 15)).toBe(true)
    expect(isPauseDue(24 * 3_600_000, 0, 0)).toBe(false)
  })
})

describe('the keys of a panel', () => {
  const settings = (name: string, value?: Settings[keyof Settings]) => (value === undefined ? `Le réglage ${name}` : String(value))

  it.each([[false, 0.025], [true, 0.04]])('are larger than a fingertip at arm’s length (large: %s)', (large, least) => {
    for (let page = 0; page < SETTINGS_PAGES; page++) {
      const { height, items } = layOut({ rows: [{ kind: 'title', text: 'Réglages' }, ...settingRows(defaults, page, settings),
        { kind: 'buttons', buttons: [{ id: 'more', label: 'Suite', press: () => undefined }] }] }, wide, large)
      expect(height).toBeLessThanOrEqual(PAPER)
      for (const key of keys(items)) expect(Math.min(key.w, key.h) * metres, key.button.id).toBeGreaterThanOrEqual(least)
    }
  })

  it.each([false, true])('fit the slate while one works, however much there is to say (large: %s)', (isLarge) => {
    const words = (key: string) => key.split('.').reduce((texts: unknown, part) => (texts as Record<string, unknown>)[part], fr) as string
    const [press, long] = [() => undefined, { fr: 'Une phrase qui dure. '.repeat(12), en: '' }]
    for (const pause of [null, press]) {
      const { height, items } = layOut({ rows: workRows({
        mode: 'guided', language: 'fr', words, hint: long, last: [long, long, long], recentre: press, leave: press, finish: press, hurt: null, pause, isLarge,
        held: { name: 'le vérificateur d’absence de tension', gestures: press, putDown: press },
        go: { places: press, calm: press, settings: press, turns: ['left', 'right'].map((side) => ({ id: side, label: words(`turn.${side}`), press })) },
      }) }, wide, isLarge)
      expect(height).toBeLessThanOrEqual(PAPER)
      expect(keys(items).map(({ button }) => button.id)).toEqual(expect.arrayContaining(['recentre', 'safe-place', 'settings', 'places', 'leave-vr', 'finish']))
    }
  })

  it.each([false, true])('leave the slate to what has just hurt, and to going on or ending (large: %s)', (isLarge) => {
    const words = (key: string) => key.split('.').reduce((texts: unknown, part) => (texts as Record<string, unknown>)[part], fr) as string
    const press = () => undefined
    for (const how of ['arc', 'shock', 'accident', 'eye-hit']) {
      const { height, items } = layOut({ rows: workRows({
        mode: 'practice', language: 'fr', words, hint: null, last: [], recentre: press, leave: press, finish: press, pause: press, isLarge, held: null,
        hurt: { how, over: false, goOn: press }, go: { places: press, calm: press, settings: press, turns: [] },
      }) }, wide, isLarge)
      expect(height).toBeLessThanOrEqual(PAPER)
      expect(keys(items).map(({ button }) => button.id)).toEqual(['hurt-go-on', 'hurt-end', 'leave-vr'])
      expect(items.every((item) => item.kind === 'button' || item.text.length > 0)).toBe(true)
    }
  })

  it.each([false, true])('leave the slate to why an assessment ended, and to having read it (large: %s)', (isLarge) => {
    const words = (key: string) => key.split('.').reduce((texts: unknown, part) => (texts as Record<string, unknown>)[part], fr) as string
    const [press, long] = [() => undefined, { fr: 'Une phrase qui dure. '.repeat(12), en: '' }]
    for (const how of ['arc', 'shock', 'accident', 'eye-hit']) {
      const { height, items } = layOut({ rows: workRows({
        mode: 'assessed', language: 'fr', words, hint: null, last: [long, long, long], recentre: press, leave: press, finish: press, pause: press, isLarge, held: null,
        hurt: { how, over: true, goOn: press }, go: { places: press, calm: press, settings: press, turns: [] },
      }) }, wide, isLarge)
      expect(height).toBeLessThanOrEqual(PAPER)
      expect(keys(items).map(({ button }) => button.id)).toEqual(['hurt-read'])
      expect(items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ')).toContain(words('hurt.stop'))
    }
  })

  it('say what is chosen by a tick, and change it at a press', () => {
    const { items } = layOut({ rows: settingRows({ ...defaults, turn: 45 }, 1, settings) }, wide)
    expect(keys(items).filter(({ button }) => button.chosen).map(({ button }) => button.id)).toEqual(['set:turn:45', 'set:textSize:100'])
  })
})
