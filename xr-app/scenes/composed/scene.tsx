// SPDX-License-Identifier: EUPL-1.2
import { setupOf, type Progress, type Scenario } from '#domain/scenario/index.ts'
import type { SceneModule, SceneProps } from '../contract.ts'
import { PlayRoom } from '../stand/play-room.tsx'
import { layoutOf } from './layouts.ts'
import { groundOf } from './ground.ts'
import { composedSpec } from './spec.ts'
import { viewpointsOf } from './viewpoints.ts'

/** The 3D workshop of a scenario that has no scene of its own: made from its data alone. */
export async function composedScene(scenario: Scenario): Promise<SceneModule> {
  const layout = await layoutOf(scenario)
  const specOf = ({ setup }: Progress) => composedSpec(setup, layout)
  const [x, z] = layout.start ?? [0, 1]
  const start = [x, 0, z] as const
  const Scene = (props: SceneProps) => <PlayRoom {...props} specOf={specOf} start={start} />
  const setup = setupOf(scenario, 0)
  return { Scene, viewpoints: viewpointsOf(scenario, setup, layout), ground: groundOf(setup, layout) }
}
