// SPDX-License-Identifier: EUPL-1.2
import { barrier } from './barrier.ts'
import { breaker } from './breaker.ts'
import { cablingKinds } from './cabling-kinds.ts'
import { diagram } from './diagram.ts'
import { disconnector } from './disconnector.ts'
import { door } from './door.ts'
import { earthingKit } from './earthing-kit.ts'
import { form, tag } from './form.ts'
import type { Kind } from './kind.ts'
import { load } from './load.ts'
import { multimeter } from './multimeter.ts'
import { key, padlock } from './padlock.ts'
import { person } from './person.ts'
import type { PieceKind } from './pieces.ts'
import { faceShield, gloves, mat, watch } from './protective-equipment.ts'
import { terminalBlock } from './terminal-block.ts'
import { tester } from './tester.ts'

/** Every kind of equipment. A new one is one file here and one body in xr-app/equipment. */
export const kinds: Readonly<Record<PieceKind, Kind>> = {
  ...cablingKinds,
  disconnector, breaker, door, 'terminal-block': terminalBlock, padlock, key, tag, tester, multimeter,
  gloves, 'face-shield': faceShield, mat, watch, 'earthing-kit': earthingKit, barrier, diagram, form, load, person,
}
