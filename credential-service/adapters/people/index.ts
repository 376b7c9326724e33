// SPDX-License-Identifier: EUPL-1.2
export { demonstrationPeople, demonstrationSchool, loadDemonstration } from './demonstration.ts'
export { systemEdge } from './edge.ts'
export { openIdRelyingParty } from './relying-party.ts'
export { databasePeople } from './store.ts'
