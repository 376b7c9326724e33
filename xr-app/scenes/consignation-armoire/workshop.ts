// SPDX-License-Identifier: EUPL-1.2
import type { Progress } from '#domain/scenario/index.ts'
import type { Language } from '#domain/text.ts'
import { assemble, type Assembly } from '#app/equipment/craft/assemble.ts'
import { printAtlas, reprint } from '#app/equipment/craft/atlas.ts'
import { Press } from '#app/equipment/craft/print.ts'
import { Animator } from '#app/xr/animator.ts'
import type { Quality } from '#app/xr/quality.ts'
import { bodiesOf } from './bodies.ts'
import { feedsOf } from './diagram.ts'
import { livePapers, type Reading } from './papers.ts'
import { poses } from './poses.ts'

/** This workshop standing in the room: its meshes, what moves them, and its live papers. */
export type StandingWorkshop = Assembly & {
  animator: Animator
  /** Brings everything to what the world now says. */
  show(progress: Progress, now: number, atOnce?: boolean): void
  rewrite(reading: Reading): void
}

/** A label's lines: the mark, then what it feeds. */
const linesOf = (label: string | undefined, id: string) => (label ?? id.toUpperCase()).split(' – ')

/** Builds the workshop for the variant of this attempt. Fonts must be loaded: labels are drawn at once. */
export function standWorkshop(first: Progress, language: Language, quality: Quality, calm: boolean): StandingWorkshop {
  const press = new Press(2048)
  const live = new Press(1024)
  let reading: Reading = { progress: first, language }
  const papers = livePapers(live, () => reading)
  const labels = (id: string) => linesOf(first.setup.equipment[id]?.label?.fr, id)
  const bodies = bodiesOf(press, papers, labels, feedsOf(first))
  const anisotropy = quality.level === 'full' ? 8 : 2
  const screens = printAtlas(live, anisotropy)
  const assembly = assemble(bodies, printAtlas(press, anisotropy), screens, quality.level === 'plain')
  const animator = new Animator(assembly.bones, calm)
  return {
    ...assembly,
    animator,
    show: (progress, now, atOnce = false) => {
      for (const [part, pose] of poses(progress.world)) animator.pose(part, pose, now, atOnce)
    },
    rewrite: (next) => {
      reading = next
      reprint(screens, live)
    },
  }
}
