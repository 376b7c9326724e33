// SPDX-License-Identifier: EUPL-1.2
import type { SceneProps, Viewpoint } from '../contract.ts'
import { PlayRoom } from '../stand/play-room.tsx'
import { lockOutSpec } from './spec.ts'

export const viewpoints: readonly Viewpoint[] = [
  { id: 'cabinet', from: [0.02, 1.52, 1.62], to: [0.06, 1.32, 0.1] },
  { id: 'terminals', from: [-0.06, 1.22, 0.92], to: [-0.08, 1.10, 0.05] },
  { id: 'levers', from: [-0.08, 1.66, 1.02], to: [-0.06, 1.60, 0.2] },
  { id: 'bench', from: [1.66, 1.62, 1.52], to: [1.7, 1.16, 0.2] },
  { id: 'load', from: [-1.0, 1.5, 2.3], to: [-1.55, 1.22, 0.4] },
  { id: 'room', from: [1.3, 1.72, 3.75], to: [-0.15, 1.2, 0.2] },
]
const START = [0, 0, 1.0] as const

/** The lock-out workshop; what is engraved there is French, as on the cabinet itself. */
export const Scene = (props: SceneProps) => <PlayRoom {...props} specOf={lockOutSpec} start={START} engraved="fr" />
