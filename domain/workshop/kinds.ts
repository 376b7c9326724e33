// SPDX-License-Identifier: EUPL-1.2
import { barrier } from './barrier.ts'
import {
  desolderingBraid, fumeArm, magnifier, safetyGlasses, sideCutters, solderWire, tipCleaner, wristStrap,
} from './bench-tools.ts'
import { breaker } from './breaker.ts'
import { circuitBoard } from './circuit-board.ts'
import { component } from './component.ts'
import { cablingKinds } from './cabling-kinds.ts'
import { cable } from './cable.ts'
import { clampMeter } from './clamp-meter.ts'
import { contactor } from './contactor.ts'
import { diagram } from './diagram.ts'
import { disconnector } from './disconnector.ts'
import { door } from './door.ts'
import { earthingKit } from './earthing-kit.ts'
import { form, tag } from './form.ts'
import { fuse } from './fuse.ts'
import type { Kind } from './kind.ts'
import { load } from './load.ts'
import { motor } from './motor.ts'
import { multimeter } from './multimeter.ts'
import { key, padlock } from './padlock.ts'
import { person } from './person.ts'
import type { PieceKind } from './pieces.ts'
import { faceShield, gloves, mat, watch } from './protective-equipment.ts'
import { emergencyStop, pushButton } from './push-button.ts'
import { screwdriver, spare } from './spare.ts'
import { solderingIron } from './soldering-iron.ts'
import { terminalBlock } from './terminal-block.ts'
import { tester } from './tester.ts'
import { thermalRelay } from './thermal-relay.ts'

/** Every kind of equipment. A new one is one file here and one body in xr-app/equipment. */
export const kinds: Readonly<Record<PieceKind, Kind>> = {
  ...cablingKinds,
  disconnector, breaker, door, 'terminal-block': terminalBlock, padlock, key, tag, tester, multimeter,
  gloves, 'face-shield': faceShield, mat, watch, 'earthing-kit': earthingKit, barrier, diagram, form, load, person,
  'soldering-iron': solderingIron, 'circuit-board': circuitBoard, component, 'solder-wire': solderWire,
  'desoldering-braid': desolderingBraid, 'side-cutters': sideCutters, magnifier, 'tip-cleaner': tipCleaner,
  'fume-arm': fumeArm, 'safety-glasses': safetyGlasses, 'wrist-strap': wristStrap,
  contactor, 'thermal-relay': thermalRelay, motor, 'push-button': pushButton, 'emergency-stop': emergencyStop, fuse, cable,
  'clamp-meter': clampMeter, screwdriver, spare,
}
