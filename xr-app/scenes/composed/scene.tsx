// SPDX-License-Identifier: EUPL-1.2
import type { Progress, Scenario } from '#domain/scenario/index.ts'
import { setupOf } from '#domain/scenario/variant.ts'
import type { SceneModule, SceneProps } from '../contract.ts'
import { loadTexts } from '#app/ui/i18n.ts'
import { PlayRoom, type Live } from '../stand/play-room.tsx'
import { layoutOf } from './layouts.ts'
import { groundOf } from './ground.ts'
import { composedSpec } from './spec.ts'
import { viewpointsOf } from './viewpoints.ts'

/** The 3D workshop of a scenario that has no scene of its own: made from its data alone. */
export async function composedScene(scenario: Scenario): Promise<SceneModule> {
  const [layout, live] = await Promise.all([layoutOf(scenario), liveOf(scenario)])
  const specOf = ({ setup }: Progress) => composedSpec(setup, layout)
  const [x, z] = layout.start ?? [0, 1]
  const start = [x, 0, z] as const
  const Scene = (props: SceneProps) => <PlayRoom {...props} specOf={specOf} start={start} live={live} />
  const setup = setupOf(scenario, 0)
  return { Scene, viewpoints: viewpointsOf(scenario, setup, layout), ground: groundOf(setup, layout) }
}

/** Only where one solders is there anything that heats, melts and smokes; its words are on panels of the room too. */
async function liveOf({ equipment }: Scenario): Promise<Live | undefined> {
  if (!equipment.some(({ kind }) => kind === 'soldering-iron')) return undefined
  const [{ SolderingLive }] = await Promise.all([import('../soldering/live.tsx'), loadTexts('soldering')])
  return SolderingLive
}
