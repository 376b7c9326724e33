// SPDX-License-Identifier: EUPL-1.2
export { evidencePages } from './pages.ts'
export { renewedFile } from './renewed.ts'
export type { RenewedFile } from './shapes.ts'
export { reseal, resealYearly } from './reseal.ts'
export type { Resealed } from './reseal.ts'
export type { RenewalStore, ResealingNeeds } from './ports.ts'
