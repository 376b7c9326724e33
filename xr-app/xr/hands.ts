// SPDX-License-Identifier: EUPL-1.2
import type { GestureOffer } from '#domain/scenario/index.ts'
import { hurtBy } from '#domain/scenario/play.ts'
import type { Gesture, WorldEvent } from '#domain/workshop/action.ts'
import { idIn } from '#domain/workshop/kind.ts'
import { kinds } from '#domain/workshop/kinds.ts'
import type { Touched } from '#domain/workshop/solder/pieces.ts'
import type { Session } from '#app/engine/session.ts'
import { setAimed } from '#app/ui/aids/aimed.ts'
import { settings } from '#app/ui/settings/store.ts'

/** What is under the pointer, looked at, in the hand. None of it is evidence: only gestures are. */
export type HandState = {
  hovered: string | null
  /** The thing whose gestures are offered on the panel. */
  selected: string | null
  /** The tool in the hand. */
  held: string | null
  /** Which hand, for a headset: the one that took it. */
  side: 'left' | 'right'
  /** Where the first probe of the tool already is. */
  probe: string | null
  page: number
  /** How an iron put on a joint by a key meets it: what it touches, and its angle. */
  tip: readonly [Touched, number]
}

/** What one takes in hand: whatever is used at terminals or on other things. A person receives; an iron is in hand because the world says so. */
const tools: ReadonlySet<string> = new Set(Object.entries(kinds).flatMap(([name, { gestures, uses }]) =>
  [...(uses ? [name] : []), ...Object.values(gestures).flatMap((rule) => rule.with ?? [])]).filter((name) => name !== 'person' && name !== 'soldering-iron'))
/** Things with one obvious gesture: a touch does it. A word given to a person is never a slip of the hand. */
const simple: readonly string[] = ['diagram', 'watch', 'barrier']
const usedUp: readonly string[] = ['lock', 'hang-tag', 'unlock']
const movements: readonly string[] = ['open', 'close', 'start', 'stop', 'press', 'release', 'unlatch']

export type Hands = ReturnType<typeof createHands>

const known = new WeakMap<Session, Hands>()

/** The hands at work in this attempt: the same ones when the view is set up again, with what they hold. */
export function handsOf(session: Session): Hands {
  const hands = known.get(session) ?? createHands(session)
  known.set(session, hands)
  return hands
}

/** The hands of whoever is in the workshop: turns touches of things into the session's gestures, the same for every input. */
export function createHands(session: Session) {
  let state: HandState = { hovered: null, selected: null, held: null, side: settings().hand, probe: null, page: 0, tip: ['both', 45] }
  const listeners = new Set<() => void>()
  const set = (change: Partial<HandState>) => {
    state = { ...state, ...change }
    listeners.forEach((tell) => tell())
  }

  const pieceOf = (thing: string) => session.progress().world[thing]
  const canHold = (thing: string) => {
    const piece = pieceOf(thing)
    if (!piece || !tools.has(piece.kind)) return false
    return !((piece.kind === 'padlock' || piece.kind === 'tag') && piece.on)
  }

  function act(gesture: Gesture): WorldEvent[] {
    const events = session.act(gesture)
    const refused = events.some(({ name }) => name === 'refused')
    if (gesture.with === state.held && usedUp.includes(gesture.name) && !refused) set({ held: null })
    // Whoever is hurt lets go of the panel: what is said of it stands in its place. So does whoever takes the iron.
    const lets = hurtBy(events) !== undefined || events.some(({ name }) => name === 'iron-taken')
    set({ probe: null, ...(lets ? { selected: null } : {}) })
    return events
  }

  /** The tool in the hand meets a thing; answers whether the tool had anything to do there. */
  function apply(tool: string, thing: string): boolean {
    const uses = session.offers().map(({ gesture }) => gesture)
      .filter((one) => one.with === tool && (one.target === thing || one.second === thing))
    if (uses.length === 0) return false
    const pairs = uses.filter((one) => one.second !== undefined)
    const pair = pairs.find((one) => state.probe !== null && one.target === state.probe)
      ?? pairs.find((one) => state.probe !== null && one.second === state.probe)
    const single = uses.find((one) => one.second === undefined)
    if (pair && state.probe !== thing) act(pair)
    else if (pairs.length > 0) set({ probe: state.probe === thing ? null : thing })
    else if (single) act(single)
    return true
  }

  /** What a bare hand does at once, without a panel: a lever, a door; or the only thing there is to do with a small thing. */
  function direct(thing: string, offers: readonly GestureOffer[], moving: boolean): Gesture | undefined {
    const gestures = offers.map(({ gesture }) => gesture)
    if (moving) return gestures.find((one) => movements.includes(one.name) && !one.with)
    const plain = simple.includes(pieceOf(thing)?.kind ?? '')
    return plain && gestures.length === 1 ? gestures[0] : undefined
  }

  /** A finger, a ray or a click on a thing. `moving`: on the part of it that one moves. */
  function touch(met: string, onMoving: boolean, side: HandState['side'] = state.side): void {
    // Once it is over there is nothing left to do to a thing, and no panel stands before what is to be read.
    if (session.replaying || session.over !== null) return
    const piece = pieceOf(met)
    // A padlock or a tag in place stands for the lever it is on, which it hides.
    const on = piece?.kind === 'padlock' || piece?.kind === 'tag' ? piece.on : null
    const [thing, moving] = [on ?? met, onMoving && on === null]
    // A tool that has nothing to do at a contact is meant for what the contact belongs to.
    if (state.held && thing !== state.held && (apply(state.held, thing) || apply(state.held, idIn(thing)))) return
    const offers = session.offers(thing)
    const gesture = direct(thing, offers, moving)
    if (gesture && !canHold(thing)) {
      act(gesture)
      return set({ selected: gesture.name === 'read' ? thing : null, page: 0 })
    }
    if (canHold(thing) && formOffers(thing).length === 0 && offers.length === 0 && thing !== state.held) return take(thing, side)
    set({ selected: thing, side, page: 0 })
  }

  const take = (thing: string, side: HandState['side'] = state.side) => set({ held: thing, side, selected: null, probe: null, page: 0 })
  /** What can be written on a thing: offers whose target is one of its fields. */
  const formOffers = (thing: string) => session.offers().filter(({ gesture, about }) => about === thing && gesture.value !== undefined)

  return {
    state: () => state,
    subscribe: (tell: () => void) => {
      listeners.add(tell)
      return () => void listeners.delete(tell)
    },
    act, touch, take, canHold, formOffers,
    hover: (thing: string | null) => {
      setAimed(thing)
      if (thing !== state.hovered) set({ hovered: thing })
    },
    select: (thing: string | null) => set({ selected: thing, page: 0 }),
    turnPage: (page: number) => set({ page }),
    lean: (tip: HandState['tip']) => set({ tip }),
    putDown: () => set({ held: null, probe: null, selected: null }),
  }
}
