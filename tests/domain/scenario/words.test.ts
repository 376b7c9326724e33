// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { describe as describeWorld, gesturesFor, hintFor, play, sayEvent, sayEvents, stagesOf, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import { kinds } from '#domain/workshop/kinds.ts'
import type { Text } from '#domain/text.ts'
import words from '#domain/workshop/words.json' with { type: 'json' }
import { lockOut, played, scenarioJson } from '#tests/support/lock-out.ts'
import { expertPlay, faults, parts, seeds, timed, variantNames } from '#tests/support/plays.ts'

/** Every text inside a value. */
function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  return 'fr' in value && 'en' in value ? [value as Text] : Object.values(value).flatMap(textsIn)
}
const everyMoment = (seed: number, mode: Progress['mode']) => {
  let progress = start(lockOut, { seed, mode })
  return timed(expertPlay(seed)).map((action) => (progress = play(lockOut, progress, action)))
}

describe('the words of the workshop', () => {
  it('exist for every gesture of every kind, and no other', () => {
    const names = Object.values(kinds).flatMap(({ gestures, uses = {} }) => [...Object.keys(gestures), ...Object.keys(uses)])
    expect(Object.keys(words.gestures).toSorted()).toEqual([...new Set(['touch', ...names])].toSorted())
  })

  it('leave no gap and no bare key in any gesture offered or event seen by an expert, in either language', () => {
    for (const name of variantNames) {
      for (const progress of everyMoment(seeds[name], 'guided')) {
        const said = [...gesturesFor(lockOut, progress).map(({ label }) => label), ...sayEvents(lockOut, progress), ...textsIn(describeWorld(lockOut, progress))]
        for (const { fr, en } of said) {
          expect(`${fr} ${en}`).not.toMatch(/\{\w+\}|undefined|\[object/)
        }
        for (const event of progress.events) expect(words.events).toHaveProperty(event.name)
      }
    }
  })

  it('exist for every event, reason and cause the faults bring', () => {
    for (const { seed, play: fault } of Object.values(faults)) {
      for (const { events } of played(seed, fault()).trace.moments) {
        for (const event of events) expect(words.events, event.name).toHaveProperty(event.name)
      }
    }
  })

  it('are written with French apostrophes', () => {
    for (const { fr } of [...textsIn(scenarioJson), ...textsIn(words)]) expect(fr).not.toContain("'")
  })

  it('say an event as a person would', () => {
    const { events, setup } = played(0, [{ name: 'open', target: 'q0' }], 'guided')
    const [opened] = events
    expect(opened && sayEvent(lockOut, setup, opened)).toEqual({ fr: 'Le sectionneur général Q0 : ouvert.', en: 'Main disconnector Q0: open.' })
  })
})

describe('what is seen', () => {
  const item = (progress: Progress, id: string) => describeWorld(lockOut, progress).flatMap(({ items }) => items).find((one) => one.id === id)

  it('hides what is behind the closed door', () => {
    expect(item(played(0, []), 'x3')).toBeUndefined()
    expect(item(played(0, [{ name: 'open', target: 'door' }]), 'x3')?.label?.fr).toBe('X3 – Extracteur M1')
  })

  it('says what the diagram says only once it is read', () => {
    expect(item(played(0, []), 'diagram')?.details).toEqual([])
    expect(item(played(seeds.mislabelled, [{ name: 'read', target: 'diagram' }]), 'diagram')?.details[0]?.fr).toContain('Q2')
  })

  it('tells a locked lever, a filled tag and what the tester shows', () => {
    const progress = played(0, [...parts.lockOut('q3'), ...parts.identify(), ...parts.measure().slice(0, 1)])
    expect(item(progress, 'q3')?.state.fr).toBe('ouvert, verrouillé par un cadenas, pancarte accrochée')
    expect(item(progress, 'tag')?.details.map(({ fr }) => fr)).toContain('interdiction : Ne pas manœuvrer')
    expect(item(progress, 'tester')?.details.at(-1)?.fr).toContain('0')
  })
})

describe('hints', () => {
  it('follow an expert from the diagram to the running extractor, and end with nothing to say', () => {
    const hints = [start(lockOut, { seed: 3, mode: 'guided' }), ...everyMoment(3, 'guided')].map((progress) => hintFor(lockOut, progress)?.fr)
    expect(new Set(hints).size).toBeGreaterThan(24)
    expect(hints[0]).toContain('schéma')
    expect(hints.at(-1)).toBeUndefined()
  })

  it('tell a guided learner to close what should not have been opened', () => {
    const hint = (seed: number, device: string) => hintFor(lockOut, played(seed,
      [...parts.identifySources(seed), ...parts.protect(seed), ...parts.stopLoad(), { name: 'open', target: device }], 'guided'))?.fr
    expect(hint(seeds.mislabelled, 'q3')).toContain('n’alimente pas X3')
    expect(hint(seeds.mislabelled, 'q2')).not.toContain('n’alimente pas X3')
  })

  it('are never given in assessed mode', () => {
    for (const progress of everyMoment(0, 'assessed')) expect(hintFor(lockOut, progress)).toBeNull()
  })

  it('know which stages are open: two to begin with, none waiting at the end', () => {
    const states = (progress: Progress) => stagesOf(lockOut, progress).map(({ state }) => state)
    expect(states(start(lockOut, { seed: 0, mode: 'guided' }))).toEqual(['open', 'open', ...Array<string>(6).fill('waiting')])
    expect(new Set(states(played(3, expertPlay(3), 'guided')))).toEqual(new Set(['done']))
  })
})
