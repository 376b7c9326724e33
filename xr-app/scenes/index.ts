// SPDX-License-Identifier: EUPL-1.2
import type { Scenario } from '#domain/scenario/index.ts'
import { loadBodies } from '#app/equipment/kinds.ts'
import type { SceneModule } from './contract.ts'

type Maker = (scenario: Scenario) => SceneModule | Promise<SceneModule>

/** The scenarios that have a 3D scene of their own, by id. Every other one is composed from its data: see `sceneFor`. */
export const scenes = new Map<string, () => Promise<Maker>>([
  ['consignation-armoire', () => import('./consignation-armoire/scene.tsx').then((module) => () => module)],
])
const composed = (): Promise<Maker> => import('./composed/scene.tsx').then(({ composedScene }) => composedScene)

/** The 3D scene of a scenario: its own, or the one that its layout and its equipment make. Rejects when the network does. */
export async function sceneFor(scenario: Scenario): Promise<SceneModule> {
  const [make] = await Promise.all([(scenes.get(scenario.id) ?? composed)(), loadBodies(scenario.equipment.map(({ kind }) => kind))])
  return make(scenario)
}
