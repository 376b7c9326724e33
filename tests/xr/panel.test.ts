// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { createSession } from '#app/engine/session.ts'
import { createHands } from '#app/xr/hands.ts'
import { offerPanel } from '#app/xr/offer-panel.ts'
import { layOut, PAPER, type Drawn } from '#app/xr/panel-layout.ts'
import { lockOut, lockOutDigest } from '../support/lock-out.ts'
import { expertPlay, seeds } from '../support/plays.ts'
import { expertPlay as solderingPlay } from '../support/plays/brasage-composant.ts'
import { soldering as solderingScenario } from '../support/soldering.ts'

const wide = (text: string, size: number) => text.length * size * 0.54
const session = (seed = 0) => createSession({
  scenario: lockOut, clock: { now: () => 0 }, onActions: () => undefined,
  head: { scenario: { id: lockOut.id, digest: lockOutDigest }, seed, mode: 'assessed', assurance: 'self', nonce: '0'.repeat(32) },
})
const words = (key: string) => key
const keys = (items: Drawn[]) => items.filter((item) => item.kind === 'button')

describe('the panel of a thing', () => {
  it('fits its paper and overlaps no two keys, for whatever is acted on, at every moment of a play, in both languages', () => {
    const live = session(seeds.generator)
    const hands = createHands(live)
    for (const gesture of [null, ...expertPlay(seeds.generator)]) {
      if (gesture) live.act(gesture)
      const about = (gesture?.target ?? 'x3').split('.')[0] ?? ''
      for (const thing of [about, gesture?.target ?? 'x3.l1']) for (const language of ['fr', 'en'] as const) {
        const { height, items } = layOut(offerPanel({ session: live, hands, language, words }, thing), wide)
        expect(height, thing).toBeLessThanOrEqual(PAPER)
        const found = keys(items)
        for (const [i, a] of found.entries()) {
          expect(a.x + a.w, thing).toBeLessThanOrEqual(PAPER)
          for (const b of found.slice(i + 1))
            expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y, `${thing}: ${a.button.id} on ${b.button.id}`).toBe(true)
        }
      }
    }
  })

  it('offers every gesture the session offers on a thing, page after page', () => {
    const live = session()
    live.act({ name: 'open', target: 'door' })
    const hands = createHands(live)
    hands.select('x3.l1')
    const seen = new Set<string>()
    for (let page = 0; page < 5; page++) {
      hands.turnPage(page)
      for (const key of keys(layOut(offerPanel({ session: live, hands, language: 'fr', words }, 'x3.l1'), wide).items)) seen.add(key.button.id)
    }
    const offered = live.offers().filter(({ gesture }) => gesture.target === 'x3.l1' || gesture.second === 'x3.l1')
    expect(offered.length).toBeGreaterThan(6)
    for (const { gesture } of offered)
      expect(seen).toContain(`offer:${gesture.name}:${gesture.target}:${gesture.with ?? ''}:${gesture.second ?? ''}:${gesture.value ?? ''}`)
  })
})

describe('the panel of a board one solders', () => {
  const soldering = () => createSession({
    scenario: solderingScenario, clock: { now: () => 0 }, onActions: () => undefined,
    head: { scenario: { id: solderingScenario.id, digest: lockOutDigest }, seed: 0, mode: 'assessed', assurance: 'self', nonce: '0'.repeat(32) },
  })
  const needs = (live: ReturnType<typeof soldering>, hands: ReturnType<typeof createHands>) => ({ session: live, hands, language: 'fr' as const, words })
  const pressed = (live: ReturnType<typeof soldering>, hands: ReturnType<typeof createHands>, id: string, thing = 'board.p1') => {
    const key = keys(layOut(offerPanel(needs(live, hands), thing), wide).items).find(({ button }) => button.id === id)
    expect(key, id).toBeDefined()
    key?.button.press()
  }
  const ready = solderingPlay(0).slice(0, solderingPlay(0).findIndex(({ name }) => name === 'apply-iron'))

  it('fits its paper, on every page, at every moment of the expert’s play', () => {
    const live = soldering()
    const hands = createHands(live)
    for (const gesture of solderingPlay(0)) {
      live.act(gesture)
      for (const thing of ['board', 'board.p1', 'board.p2', 'iron']) for (let page = 0; page < 4; page++) {
        hands.turnPage(page)
        expect(layOut(offerPanel(needs(live, hands), thing), wide).height, `${thing} after ${gesture.name}`).toBeLessThanOrEqual(PAPER)
      }
    }
  })

  it('makes a joint by its keys alone, leaning the iron first: the same gestures as any hand', () => {
    const live = soldering()
    const hands = createHands(live)
    for (const gesture of ready) live.act(gesture)
    const before = live.actions().length
    for (const id of ['tip:lead', 'tip:60', 'offer:apply-iron:board.p1:iron::lead-60', 'tip:both', 'offer:feed:board:wire::joint-steady', 'offer:stop-feed:board:wire::', 'offer:withdraw:board:iron::']) pressed(live, hands, id)
    expect(live.actions().slice(before).map(({ name, target, value }) => [name, target, value].filter(Boolean).join(' ')))
      .toEqual(['apply-iron board.p1 lead-60', 'move-iron board.p1 both-60', 'feed board joint-steady', 'stop-feed board', 'withdraw board'])
  })

  it('gives way when the iron is taken: what comes next is the joint', () => {
    const live = soldering()
    const hands = createHands(live)
    hands.select('iron')
    hands.act({ name: 'take-iron', target: 'iron' })
    expect(hands.state().selected).toBe(null)
  })
})

describe('the hands', () => {
  it('flip a lever by touching it, and ask before anything else of it', () => {
    const live = session()
    const hands = createHands(live)
    hands.touch('q3', false)
    expect([live.actions().length, hands.state().selected]).toEqual([0, 'q3'])
    hands.touch('q3', true)
    expect(live.actions().at(-1)).toMatchObject({ name: 'open', target: 'q3' })
  })

  it('lock an open lever by touching it with the padlock, which then stays on it', () => {
    const live = session()
    const hands = createHands(live)
    hands.touch('q3', true)
    hands.touch('padlock', false)
    expect(hands.state().held).toBe('padlock')
    hands.touch('q3', true)
    expect(live.actions().at(-1)).toMatchObject({ name: 'lock', target: 'q3', with: 'padlock' })
    expect(hands.state().held).toBe(null)
  })

  it('hang a tag on a lever even where its padlock hides it', () => {
    const live = session()
    const hands = createHands(live)
    hands.touch('q3', true)
    hands.touch('padlock', false)
    hands.touch('q3', true)
    hands.take('tag')
    hands.touch('padlock', false)
    expect(live.actions().at(-1)).toMatchObject({ name: 'hang-tag', target: 'q3', with: 'tag' })
  })

  it('measure by putting one probe, then the other, in either order', () => {
    const live = session()
    const hands = createHands(live)
    hands.touch('door', true)
    hands.take('tester')
    hands.touch('x3.pe', false)
    expect(hands.state().probe).toBe('x3.pe')
    hands.touch('x3.l1', false)
    expect(live.actions().at(-1)).toMatchObject({ name: 'measure', with: 'tester', target: 'x3.l1', second: 'x3.pe' })
  })

  it('never give a word to a person by a slip', () => {
    const live = session()
    const hands = createHands(live)
    hands.touch('work-leader', false)
    expect([live.actions().length, hands.state().selected]).toEqual([0, 'work-leader'])
  })
})
