// SPDX-License-Identifier: EUPL-1.2
import type { Scenario } from '#domain/scenario/index.ts'
import type { SceneModule } from './contract.ts'

/** The scenarios that have a 3D scene of their own, by id. Every other one is composed from its data: see `sceneFor`. */
export const scenes = new Map<string, () => Promise<SceneModule>>([
  ['consignation-armoire', () => import('./consignation-armoire/scene.tsx')],
])

/** The 3D scene of a scenario: its own, or the one that its layout and its equipment make. */
export const sceneFor = (scenario: Scenario): Promise<SceneModule> =>
  scenes.get(scenario.id)?.() ?? import('./composed/scene.tsx').then(({ composedScene }) => composedScene(scenario))
