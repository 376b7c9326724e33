// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#domain/text.ts'
import { assemble, type Assembly } from '#app/equipment/craft/assemble.ts'
import { printAtlas, reprint } from '#app/equipment/craft/atlas.ts'
import type { Body } from '#app/equipment/craft/body.ts'
import { partsOf } from '#app/equipment/craft/forge.ts'
import { Press } from '#app/equipment/craft/print.ts'
import { settle } from '#app/equipment/craft/settle.ts'
import { contact } from '#app/equipment/contact.ts'
import { bodyOf } from '#app/equipment/kinds.ts'
import { uprights } from '#app/equipment/uprights.ts'
import type { Building, Reading, Stage } from '#app/equipment/kind-body.ts'
import { Animator } from '#app/xr/animator.ts'
import type { Quality } from '#app/xr/quality.ts'
import { makingOf, type StandSpec } from './spec.ts'
import { posesNow, stageOf } from './stage.ts'

/** A workshop standing in the room: its meshes, what moves them, and its live papers. */
export type StandingWorkshop = Assembly & {
  spec: StandSpec
  animator: Animator
  /** The room as it stands now. */
  stage(): Stage
  /** Brings everything to what the world now says. */
  show(reading: Reading, now: number, atOnce?: boolean): void
  /** Draws papers and screens again. */
  rewrite(reading: Reading): void
}

/** What bodies are printed with: labels once, papers again and again. */
export function printers(reading: () => Reading, language: Language): { fixed: Press; live: Press; craft: Pick<Building, 'press' | 'live' | 'say'> } {
  const [fixed, live] = [new Press(2048), new Press(1024)]
  return { fixed, live, craft: {
    press: fixed, say: (text) => text[language],
    live: (w, h, draw) => live.draw(w, h, (pen, pw, ph) => draw(pen, pw, ph, reading())),
  } }
}

/** Every body of a scene, set down where it stands. Pure: it can be looked at without a screen. */
export function bodiesOf(spec: StandSpec, { setup }: Pick<Reading, 'setup'>, craft: Pick<Building, 'press' | 'live' | 'say'>): Body[] {
  const pieces = Object.values(setup.equipment).flatMap((equipment) => {
    const stands = spec.pieces[equipment.id]
    if (!stands) return []
    const build = spec.own?.[equipment.id] ?? ((building: Building) => bodyOf(equipment.kind).build(building))
    const own = [build({ ...makingOf(setup, equipment, stands.look), ...craft })].flat().map((one) => settle(one, stands.spot))
    return bodyOf(equipment.kind).home === 'bench' ? [...own, contact(own)] : own
  })
  // The pieces come first: the first box of a thing is where one would point.
  const bodies = [...pieces, ...spec.extra(craft)]
  return [...bodies, uprights(bodies)]
}

/** The parts that hang from another part: their poses are in its frame. */
export const carriedParts = (bodies: Body[]): ReadonlySet<string> =>
  new Set(partsOf(bodies).filter(({ parent }) => parent).map(({ name }) => name))

/** Builds a workshop. Fonts must be loaded: labels are drawn at once. */
export function standWorkshop(spec: StandSpec, first: Reading, quality: Quality, calm: boolean, engraved: Language = first.language): StandingWorkshop {
  let reading = first
  const { fixed, live, craft } = printers(() => reading, engraved)
  const bodies = bodiesOf(spec, first, craft)
  const anisotropy = quality.level === 'full' ? 8 : 2
  const screens = printAtlas(live, anisotropy)
  const assembly = assemble(bodies, printAtlas(fixed, anisotropy), screens, quality.level === 'plain')
  const animator = new Animator(assembly.bones, calm)
  const carried = carriedParts(bodies)
  const stage = () => stageOf(spec, reading)
  return {
    ...assembly, spec, animator, stage,
    show: (next, now, atOnce = false) => {
      reading = next
      for (const [part, pose] of posesNow(spec, stage(), carried)) animator.pose(part, pose, now, atOnce)
    },
    rewrite: (next) => {
      reading = next
      reprint(screens, live)
    },
  }
}
