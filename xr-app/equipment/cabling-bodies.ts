// SPDX-License-Identifier: EUPL-1.2
import { cableEnd, wirePair } from './kind/cable-end.ts'
import { cableTester, labelWriter, powerStrip, punchTool, remoteUnit, stripper } from './kind/cabling-tools.ts'
import { networkModule } from './kind/network-module.ts'
import { host, networkSwitch } from './kind/network-switch.ts'
import { patchCord } from './kind/patch-cord.ts'

/** The bodies of a network rack and its cables. */
export const cablingBodies = {
  'cable-end': cableEnd, 'wire-pair': wirePair, 'network-module': networkModule, 'patch-cord': patchCord, 'network-switch': networkSwitch, host,
  'cable-tester': cableTester, 'remote-unit': remoteUnit, stripper, 'punch-tool': punchTool, 'label-writer': labelWriter, 'power-strip': powerStrip,
}
