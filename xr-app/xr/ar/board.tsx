// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react'
import { Panel } from '../panel.tsx'
import type { PanelButton, PanelModel } from '../panel-layout.ts'
import type { Adjust, Surface } from './place.ts'

export type Phase = 'look' | 'work' | 'adjust'

export type BoardProps = {
  phase: Phase
  /** What is aimed at; null while nothing was found. */
  surface: Surface
  /** Whether this device finds surfaces. */
  finds: boolean
  words: (key: string) => string
  change: (by: Adjust) => void
  place: () => void
  go: (phase: Phase) => void
  leave: () => void
  onHover: (over: boolean) => void
}

/** One press: five centimetres up or down, ten nearer or farther, a twenty-fourth of a turn. */
const steps: readonly [string, Adjust][] = [
  ['up', { up: 0.05, near: 0, turn: 0 }], ['down', { up: -0.05, near: 0, turn: 0 }],
  ['near', { up: 0, near: 0.1, turn: 0 }], ['far', { up: 0, near: -0.1, turn: 0 }],
  ['left', { up: 0, near: 0, turn: Math.PI / 12 }], ['right', { up: 0, near: 0, turn: -Math.PI / 12 }],
]

/** What one chooses about the place: where, a little higher, elsewhere, and the way out. */
export function PlaceBoard({ phase, surface, finds, words, change, place, go, leave, onHover }: BoardProps) {
  const model = useMemo((): PanelModel => {
    const key = (id: string, press: () => void, strong = false): PanelButton => ({ id: `ar-${id}`, label: words(id), press, strong })
    const keys = [0, 2, 4].map((i) => ({ kind: 'buttons' as const, buttons: steps.slice(i, i + 2).map(([id, by]) => key(id, () => change(by))) }))
    if (phase === 'work') return { rows: [{ kind: 'buttons', buttons: [key('adjust', () => go('adjust')), key('again', () => go('look'))] }, { kind: 'button', button: key('leave', leave) }] }
    if (phase === 'adjust') return { rows: [{ kind: 'title', text: words('adjust') }, ...keys, { kind: 'button', button: key('done', () => go('work'), true) }] }
    return { rows: [
      { kind: 'title', text: words('where') }, { kind: 'text', text: words(finds ? 'point' : 'noHit') }, { kind: 'text', text: words(surface) },
      ...(surface === 'free' ? keys : []), { kind: 'button', button: key('place', place, true) }, { kind: 'button', button: key('leave', leave) },
    ] }
  }, [phase, surface, finds, words, change, place, go, leave])
  return <Panel model={model} onHover={onHover} />
}
