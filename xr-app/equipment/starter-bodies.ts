// SPDX-License-Identifier: EUPL-1.2
import { cable } from './kind/cable.ts'
import { clampMeter } from './kind/clamp-meter.ts'
import { contactor } from './kind/contactor.ts'
import { fuse } from './kind/fuse.ts'
import { motor } from './kind/motor.ts'
import { emergencyStop, pushButton } from './kind/push-button.ts'
import { screwdriver, spare } from './kind/spare.ts'
import { thermalRelay } from './kind/thermal-relay.ts'

/** The bodies of a motor starter, and of what one mends it with. */
export const starterBodies = {
  contactor, 'thermal-relay': thermalRelay, motor, 'push-button': pushButton, 'emergency-stop': emergencyStop, fuse, cable,
  'clamp-meter': clampMeter, screwdriver, spare,
}
