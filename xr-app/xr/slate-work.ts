// SPDX-License-Identifier: EUPL-1.2
import type { Language, Text } from '#domain/text.ts'
import type { HeldTool } from '#app/scenes/contract.ts'
import type { PanelButton, PanelRow } from './panel-layout.ts'

export type Work = {
  mode: string; language: Language; words: (key: string) => string
  hint: Text | null; last: readonly Text[]; held: HeldTool | null
  /** What has just hurt, whether it ended the assessment, and how one goes on once it is read. */
  hurt: { how: string; over: boolean; goOn: () => void } | null
  /** Whether a pause is proposed, and how it is put off. */
  pause: (() => void) | null
  /** Keys that only some have: places and a quiet place in a virtual room, turning without a stick. */
  go: { places: (() => void) | null; turns: readonly PanelButton[]; calm: (() => void) | null; settings: () => void }
  recentre: () => void; leave: () => void; finish: () => void
  isLarge: boolean
}

/** No more of a text than fits: what is longer is read on the page, and was said when it happened. */
const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** The slate while one works: what the page says elsewhere, then the ways on and out. It fits its paper whatever happens. */
export function workRows(work: Work): PanelRow[] {
  if (work.hurt) return work.hurt.over ? overRows(work, work.hurt) : hurtRows(work, work.hurt)
  const { language, words, hint, last, held, pause, go, isLarge } = work
  const room = isLarge ? 70 : 130
  const text = (value: string): PanelRow => ({ kind: 'text', text: short(value, room) })
  const key = (id: string, press: (() => void) | null, label = words(id)): PanelButton[] => (press ? [{ id, label, press }] : [])
  // A pause that is proposed comes before what has just happened.
  const said = pause
    ? [text(words('pause.due')), { kind: 'button' as const, button: { id: 'pause-later', label: words('pause.later'), press: pause } }]
    : [...(hint ? [text(`${words('hint')} ${hint[language]}`)] : []), ...last.slice(hint ? -1 : -2).map((one) => text(one[language]))].slice(0, isLarge ? 1 : 2)
  return [
    { kind: 'title', text: words(work.mode) },
    ...said,
    ...(held && !(isLarge && pause) ? [text(`${words('inHand')} ${held.name}`), { kind: 'buttons' as const, buttons: [
      ...key('held-gestures', held.gestures, words('gestures')), ...key('held-put-down', held.putDown, words('putDown'))] }] : []),
    { kind: 'buttons', buttons: [...key('recentre', work.recentre), ...go.turns] },
    { kind: 'buttons', buttons: [...key('places', go.places), ...key('safe-place', go.calm, words('safePlace.go')), ...key('settings', go.settings)] },
    { kind: 'buttons', buttons: [...key('leave-vr', work.leave, words('leaveVr')), { id: 'finish', label: words('finish'), strong: true, press: work.finish }] },
  ]
}

/** After an accident in a practice nothing else is on the slate: what happened, then again from just before, or the debrief. */
const hurtRows = ({ words, finish, leave }: Work, { how, goOn }: NonNullable<Work['hurt']>): PanelRow[] => [
  { kind: 'title', text: words(`hurt.${how}`) },
  { kind: 'text', text: words('hurt.before') },
  { kind: 'button', button: { id: 'hurt-go-on', label: words('hurt.goOn'), strong: true, press: goOn } },
  { kind: 'button', button: { id: 'hurt-end', label: words('hurt.end'), press: finish } },
  { kind: 'buttons', buttons: [{ id: 'leave-vr', label: words('leaveVr'), press: leave }] },
]

/** An assessment that ended by itself: why, for as long as it takes to read; the headset is left when its reader says so. */
const overRows = ({ words, language, last, isLarge }: Work, { how, goOn }: NonNullable<Work['hurt']>): PanelRow[] => [
  { kind: 'title', text: words(`hurt.${how}`) },
  ...last.slice(isLarge ? -1 : -2).map((one): PanelRow => ({ kind: 'text', text: short(one[language], isLarge ? 110 : 130) })),
  { kind: 'text', text: words('hurt.stop') },
  { kind: 'button', button: { id: 'hurt-read', label: words('hurt.read'), strong: true, press: goOn } },
]
