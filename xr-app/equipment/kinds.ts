// SPDX-License-Identifier: EUPL-1.2
import type { PieceKind } from '#domain/workshop/pieces.ts'
import { cablingBodies } from './cabling-bodies.ts'
import type { KindBody } from './kind-body.ts'
import { cable } from './kind/cable.ts'
import { clampMeter } from './kind/clamp-meter.ts'
import { contactor } from './kind/contactor.ts'
import { door } from './kind/door.ts'
import { fuse } from './kind/fuse.ts'
import { multimeter, tester } from './kind/instruments.ts'
import { breaker, disconnector } from './kind/lever.ts'
import { load } from './kind/load.ts'
import { key, padlock, tag } from './kind/lock-out.ts'
import { motor } from './kind/motor.ts'
import { diagram, form } from './kind/papers.ts'
import { person } from './kind/person.ts'
import { barrier, earthingKit, faceShield, gloves, mat, watch } from './kind/protection.ts'
import { emergencyStop, pushButton } from './kind/push-button.ts'
import { screwdriver, spare } from './kind/spare.ts'
import { terminalBlock } from './kind/terminal-block.ts'
import { thermalRelay } from './kind/thermal-relay.ts'
import { unknown } from './kind/unknown.ts'
import { solderingBodies } from './soldering-bodies.ts'

/** The one registry: each kind of equipment and its body. A new one is a file in kind/ and its name here. */
export const bodies: { readonly [K in PieceKind]?: KindBody<K> } = {
  ...cablingBodies, ...solderingBodies,
  disconnector, breaker, door, 'terminal-block': terminalBlock, padlock, key, tag, tester, multimeter,
  gloves, 'face-shield': faceShield, mat, watch, 'earthing-kit': earthingKit, barrier, diagram, form, load, person,
  contactor, 'thermal-relay': thermalRelay, motor, 'push-button': pushButton, 'emergency-stop': emergencyStop, fuse, cable,
  'clamp-meter': clampMeter, screwdriver, spare,
}

/** The body of a kind; for one without a body yet, a plain box that can be touched. */
export const bodyOf = (kind: string): KindBody =>
  ((Object.hasOwn(bodies, kind) ? bodies[kind as PieceKind] : undefined) ?? unknown) as KindBody
