// SPDX-License-Identifier: EUPL-1.2
export { databaseEvidence } from './store.ts'
export { databaseSessions } from './sessions.ts'
export { scenarioLibrary } from './scenarios.ts'
export { systemChance, systemClock } from './edge.ts'
