// SPDX-License-Identifier: EUPL-1.2
import type { GestureOffer } from '#domain/scenario/index.ts'
import { fillText, nameOf, wordFor } from '#domain/scenario/words.ts'
import type { Language, Text } from '#domain/text.ts'
import type { Gesture } from '#domain/workshop/action.ts'
import type { Session } from '#app/engine/session.ts'
import { isLarge } from './face.ts'
import type { Hands } from './hands.ts'
import { buttonId, type PanelButton, type PanelModel, type PanelRow } from './panel-layout.ts'
import { isByKeys, solderRows } from './solder-panel.ts'

/** How much a panel shows at a time, in lines of keys. */
const linesAtOnce = () => (isLarge() ? 5.5 : 8)

type Needs = { session: Session; hands: Hands; language: Language; words: (key: string) => string }

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The fields of a form or a tag, one line each, with what was chosen. */
function choices({ session, hands, language }: Needs, thing: string): PanelRow[] {
  const offers = hands.formOffers(thing)
  const { setup, world } = session.progress()
  const piece = world[thing]
  const chosen = piece && 'fields' in piece ? piece.fields : {}
  return (setup.equipment[thing]?.fields ?? []).flatMap((field): PanelRow[] => {
    const target = `${thing}.${field.id}`
    const buttons = field.choices.flatMap(({ value, label }): PanelButton[] => {
      const offer = offers.find(({ gesture }) => gesture.target === target && gesture.value === value)
      return offer ? [{ id: buttonId(offer.gesture), label: label[language], chosen: chosen[field.id] === value, press: () => hands.act(offer.gesture) }] : []
    })
    return buttons.length > 0 ? [{ kind: 'choice', label: capital(field.label[language]), buttons }] : []
  })
}

/** Gestures that are done with one of several values and write nothing (a temperature, an angle), one line each. */
function settingsOf({ session, language }: Needs, thing: string, press: (gesture: Gesture) => void): PanelRow[] {
  const { setup } = session.progress()
  const writes = ({ gesture, about }: GestureOffer) => setup.equipment[about]?.fields?.some(({ id }) => `${about}.${id}` === gesture.target)
  const mine = session.offers().filter((offer) => offer.gesture.value !== undefined && !writes(offer) && !isByKeys(offer) && [offer.gesture.target, offer.about].includes(thing))
  const lines = Map.groupBy(mine, ({ gesture: { name, target, with: tool = '' } }) => `${name} ${target} ${tool}`)
  return [...lines.values()].map((offers): PanelRow => {
    const { name, target, with: tool } = offers[0]!.gesture
    const title = fillText(wordFor(session.scenario, 'gestures', name), { target: nameOf(setup, target), value: '…', with: tool && nameOf(setup, tool) })
    return { kind: 'choice', label: capital(title[language]), buttons: offers.map(({ gesture }) =>
      ({ id: buttonId(gesture), label: wordFor(session.scenario, 'values', gesture.value ?? '')[language], press: () => press(gesture) })) }
  })
}

/** Gestures of a thing that need no writing; those with the tool in the hand first. */
function gestures({ session, hands }: Needs, thing: string): GestureOffer[] {
  const held = hands.state().held
  const mine = session.offers().filter((offer) => offer.gesture.value === undefined && !isByKeys(offer) && (offer.gesture.target === thing || offer.gesture.second === thing))
  const rank = ({ gesture }: GestureOffer) => (gesture.with === undefined ? 1 : gesture.with === held ? 0 : 2)
  return mine.map((offer, i) => ({ offer, i })).sort((a, b) => rank(a.offer) - rank(b.offer) || a.i - b.i).map(({ offer }) => offer)
}

function inHand({ hands, words }: Needs, thing: string): PanelButton[] {
  const { held } = hands.state()
  if (held === thing) return [{ id: 'put-down', label: words('putDown'), press: hands.putDown }]
  return hands.canHold(thing) ? [{ id: `take:${thing}`, label: words('take'), strong: true, press: () => hands.take(thing) }] : []
}

/** About how many lines a row takes: a field's choices stand side by side when they are short. */
function linesOf(row: PanelRow): number {
  if (row.kind === 'choice') return 0.7 + (row.buttons.reduce((sum, { label }) => sum + label.length + 4, 0) > 38 ? row.buttons.length : 1)
  return row.kind === 'button' && row.button.label.length > 40 ? 1.6 : 1
}

/** The rows, page after page. */
function pagesOf(rows: PanelRow[]): PanelRow[][] {
  const pages: PanelRow[][] = [[]]
  let used = 0
  for (const row of rows) {
    if (used > 0 && used + linesOf(row) > linesAtOnce()) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(row)
    used += linesOf(row)
  }
  return pages
}

const pager = ({ hands, words }: Needs, page: number, pages: number): PanelButton[] =>
  (pages < 2 ? [] : [{ id: 'page', label: words('more'), press: () => hands.turnPage((page + 1) % pages) }])

const say = (text: Text | null | undefined, language: Language) => text?.[language] ?? ''

/** Everything that can be attempted on a thing, as a panel. Nothing in it tells which is right. */
export function offerPanel(needs: Needs, thing: string): PanelModel {
  const { session, hands, language, words } = needs
  const { setup } = session.progress()
  const seen = session.description().flatMap(({ items }) => items).find(({ id }) => id === thing)
  const rows = [...solderRows(needs, thing), ...choices(needs, thing), ...settingsOf(needs, thing, hands.act), ...gestures(needs, thing).map(({ gesture, label }): PanelRow =>
    ({ kind: 'button', button: { id: buttonId(gesture), label: label[language], press: () => hands.act(gesture) } }))]
  const pages = pagesOf(rows)
  const page = Math.min(hands.state().page, pages.length - 1)
  const state = say(seen?.state, language)
  const details = rows.some(({ kind }) => kind === 'choice') ? [] : seen?.details ?? []
  return {
    rows: [
      { kind: 'title', text: capital(nameOf(setup, thing)[language]) },
      ...(state ? [{ kind: 'text' as const, text: capital(state) }] : []),
      ...details.map((text) => ({ kind: 'text' as const, text: text[language] })),
      ...(pages[page] ?? []),
      { kind: 'buttons', buttons: [...inHand(needs, thing), ...pager(needs, page, pages.length),
        { id: 'close-panel', label: words('close'), press: () => hands.select(null) }] },
    ],
  }
}
