// SPDX-License-Identifier: EUPL-1.2
// The iron and the wire by the keys of a panel: for a gaze, for a hand that trembles, for whoever cannot hold. One press
// puts, one press takes away; how the tip meets the joint is chosen before, or changed meanwhile.
import type { GestureOffer } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import { idIn } from '#domain/workshop/kind.ts'
import { angles } from '#domain/workshop/solder/constants.ts'
import { contactValue, feedValue } from '#domain/workshop/solder/gesture-values.ts'
import type { Touched } from '#domain/workshop/solder/pieces.ts'
import type { Session } from '#app/engine/session.ts'
import type { Hands } from './hands.ts'
import { buttonId, type PanelButton, type PanelRow } from './panel-layout.ts'

type Needs = { session: Session; hands: Hands; language: Language; words: (key: string) => string }

const byKeys: readonly string[] = ['apply-iron', 'move-iron', 'withdraw', 'stop-feed']
const touchings: readonly Touched[] = ['both', 'pad', 'lead']
const steady = feedValue('joint', 'steady')

/** What these keys do, so that it is not offered a second time below them. */
export const isByKeys = ({ gesture: { name, value } }: GestureOffer): boolean => byKeys.includes(name) || (name === 'feed' && value === steady)

const word = ({ words }: Needs, key: string) => words(`soldering:${key}`)

/** How the tip meets the joint: what it touches, and how it leans. On a joint already, it moves there. */
function leaning(needs: Needs, board: string, iron: string, contact: { joint: string; touched: Touched; angle: number } | null): PanelRow[] {
  const { session, hands } = needs
  const [touched, angle] = contact ? [contact.touched, contact.angle] : hands.state().tip
  const turn = (to: Touched, degrees: number) => {
    hands.lean([to, degrees])
    if (contact) session.act({ name: 'move-iron', target: `${board}.${contact.joint}`, with: iron, value: contactValue(to, degrees) })
  }
  return [
    { kind: 'choice', label: word(needs, 'touched'), buttons: touchings.map((to): PanelButton =>
      ({ id: `tip:${to}`, label: word(needs, `touch.${to}`), chosen: to === touched, press: () => turn(to, angle) })) },
    { kind: 'choice', label: word(needs, 'angle'), buttons: angles.map((to): PanelButton =>
      ({ id: `tip:${to}`, label: `${to}°`, chosen: to === angle, press: () => turn(touched, to) })) },
  ]
}

/** The rows of a board that one solders, or of one of its joints; none for anything else. */
export function solderRows(needs: Needs, thing: string): PanelRow[] {
  const { session, hands } = needs
  const board = idIn(thing)
  const { world, setup } = session.progress()
  const piece = world[board]
  if (piece?.kind !== 'circuit-board') return []
  const offers = session.offers().flatMap(({ gesture, about }) => (about === board ? [gesture] : []))
  const iron = offers.find(({ name }) => name === 'apply-iron' || name === 'withdraw')?.with
  if (iron === undefined) return []
  const key = (gesture: Gesture | undefined, label: string): PanelButton[] =>
    (gesture ? [{ id: buttonId(gesture), label, strong: true, press: () => hands.act(gesture) }] : [])
  const named = (name: string, value?: string) => offers.find((one) => one.name === name && (value === undefined || one.value === value))
  if (piece.contact) {
    const wire = named('stop-feed') ? key(named('stop-feed'), word(needs, 'stop')) : key(named('feed', steady), word(needs, 'feed'))
    return [{ kind: 'buttons', buttons: [...wire, ...key(named('withdraw'), word(needs, 'withdraw'))] }, ...leaning(needs, board, iron, piece.contact)]
  }
  const value = contactValue(...hands.state().tip)
  const joints = (setup.equipment[board]?.parts ?? []).filter(({ id }) => thing === board || thing === `${board}.${id}`)
  const apply = joints.flatMap(({ id, label }) => key(offers.find((one) => one.name === 'apply-iron' && one.target === `${board}.${id}` && one.value === value),
    thing === board ? `${word(needs, 'apply')} · ${label[needs.language]}` : word(needs, 'apply')))
  // An iron in its stand can be tried on a joint; how it would lean is not asked.
  const held = world[iron]
  const inHand = held?.kind === 'soldering-iron' && held.holder === 'hand'
  return [...apply.map((button): PanelRow => ({ kind: 'button', button })), ...(inHand ? leaning(needs, board, iron, null) : [])]
}
