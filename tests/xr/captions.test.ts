// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { kinds } from '#domain/workshop/kinds.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import type { KindBody } from '#app/equipment/kind-body.ts'
import { settings } from '#app/ui/settings/store.ts'
import { Ear } from '#app/xr/sound/ear.ts'
import { onHeard, type Heard } from '#app/xr/sound/heard.ts'
import { commonSounds, ownSounds } from '#app/xr/sound/in-words.ts'
import { nameOfVoice } from '#app/xr/sound/names.ts'
import * as voices from '#app/xr/sound/voice.ts'

const texts = async (language: string) =>
  (JSON.parse(await readFile(new URL(`../../xr-app/ui/locales/${language}/scene.json`, import.meta.url), 'utf8')) as { sound: Record<string, string> }).sound
const captions = [await texts('fr'), await texts('en')]
const heard = (make: (ear: Ear) => void): Heard[] => {
  const all: Heard[] = []
  const stop = onHeard((one) => all.push(one))
  make(new Ear())
  stop()
  return all
}

const bodies = await loadBodies(Object.keys(kinds))

describe('every sound is written', () => {
  it('whatever kind of equipment makes it, in both languages', () => {
    const own = Object.entries(bodies as Record<string, KindBody>).flatMap(([kind, { sounds = {} }]) => Object.entries(sounds).map(([event, voice]) => ({ what: `${kind} ${event}`, voice })))
    expect(own.length).toBeGreaterThan(5)
    for (const { what, voice } of [...own, { what: 'an arc', voice: voices.arc }, { what: 'paper', voice: voices.paper }]) {
      const name = nameOfVoice(voice)
      expect(name, what).toBeTruthy()
      for (const sound of captions) expect(sound[name ?? ''], `${what}: ${name}`).toBeTruthy()
    }
  })

  it('the same for whoever plays in words as for whoever hears it', () => {
    const ofBodies = Object.entries(bodies as Record<string, KindBody>).flatMap(([kind, { sounds }]) => (sounds
      ? [[kind, Object.fromEntries(Object.entries(sounds).map(([event, voice]) => [event, nameOfVoice(voice)]))]] : []))
    expect(ownSounds).toEqual(Object.fromEntries(ofBodies))
    for (const name of Object.values(commonSounds)) {
      expect(Object.keys(voices), name).toContain(name)
      for (const sound of captions) expect(sound[name], name).toBeTruthy()
    }
  })

  it('where it is made, even when nothing can be heard', () => {
    expect(settings().captions).toBe(true)
    expect(heard((ear) => ear.play(voices.click, [1, 2, 3]))).toEqual([{ name: 'click', at: [1, 2, 3] }])
  })

  it('when it lasts, at its beginning and at its end, and not in between', () => {
    const names = heard((ear) => {
      const fan = ear.hum([0, 1, 0], [[50, 1]])
      for (const level of [0, 0.1, 0.2, 0.2, 0, 0]) fan.level(level)
    }).map(({ name }) => name)
    expect(names).toEqual(['hum', 'humStops'])
    for (const name of names) for (const sound of captions) expect(sound[name], name).toBeTruthy()
  })
})
