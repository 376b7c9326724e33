// SPDX-License-Identifier: EUPL-1.2
export type { Action, Gesture, WorldEvent } from './action.ts'
export type * from './pieces.ts'
export type { Network, Setup } from './setup.ts'
export { dangerousVolts, runningLoads, runningSources, solve } from './network.ts'
export type { Solved } from './network.ts'
export { perform, startWorld } from './perform.ts'
export { testerLights } from './tester.ts'
