// SPDX-License-Identifier: EUPL-1.2
import { circuitBoard } from './kind/circuit-board.ts'
import { component } from './kind/component.ts'
import { solderingIron } from './kind/soldering-station.ts'
import { desolderingBraid, fumeArm, magnifier, safetyGlasses, sideCutters, solderWire, tipCleaner, wristStrap } from './kind/soldering-tools.ts'

/** The bodies of a soldering bench. */
export const solderingBodies = {
  'soldering-iron': solderingIron, 'circuit-board': circuitBoard, component, 'solder-wire': solderWire, 'desoldering-braid': desolderingBraid,
  'side-cutters': sideCutters, magnifier, 'tip-cleaner': tipCleaner, 'fume-arm': fumeArm, 'safety-glasses': safetyGlasses, 'wrist-strap': wristStrap,
}
