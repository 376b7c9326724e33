// SPDX-License-Identifier: EUPL-1.2
import { cableEnd } from './cable-end.ts'
import { cableTester, remoteUnit } from './cable-tester.ts'
import type { CablingPiece } from './cabling-pieces.ts'
import { labelWriter, powerStrip, punchTool } from './cabling-tools.ts'
import type { Kind } from './kind.ts'
import { networkModule } from './network-module.ts'
import { host, networkSwitch } from './network-switch.ts'
import { patchCord } from './patch-cord.ts'
import { stripper } from './stripper.ts'
import { wirePair } from './wire-pair.ts'

/** The kinds of a network rack and its cables. */
export const cablingKinds: Readonly<Record<CablingPiece['kind'], Kind>> = {
  'cable-end': cableEnd, 'wire-pair': wirePair, 'network-module': networkModule, 'patch-cord': patchCord,
  'network-switch': networkSwitch, host, 'cable-tester': cableTester, 'remote-unit': remoteUnit,
  stripper, 'punch-tool': punchTool, 'label-writer': labelWriter, 'power-strip': powerStrip,
}
