// SPDX-License-Identifier: EUPL-1.2
export { assess } from './assess.ts'
export type { CompetenceResult, CriterionResult, Results } from './results.ts'
