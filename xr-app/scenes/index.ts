// SPDX-License-Identifier: EUPL-1.2
import type { SceneModule } from './contract.ts'

/** The one list: a scenario's 3D scene, by the scenario's id. A scenario without one is played in the plain page. */
export const scenes = new Map<string, () => Promise<SceneModule>>([
  ['consignation-armoire', () => import('./consignation-armoire/scene.tsx')],
])
