// SPDX-License-Identifier: EUPL-1.2
import { breaker, disconnector } from './kind/lever.ts'
import { load } from './kind/load.ts'
import { key, padlock, tag } from './kind/lock-out.ts'
import { barrier, earthingKit, faceShield, gloves, mat, watch } from './kind/protection.ts'
import { terminalBlock } from './kind/terminal-block.ts'

/** The bodies of what is supplied with power, and of what one locks it out with. */
export const powerBodies = {
  disconnector, breaker, 'terminal-block': terminalBlock, padlock, key, tag,
  gloves, 'face-shield': faceShield, mat, watch, 'earthing-kit': earthingKit, barrier, load,
}
