// SPDX-License-Identifier: EUPL-1.2
export { competenceOf, FrameworkSchema, readFramework } from './framework.ts'
export type { Competence, Framework } from './framework.ts'
