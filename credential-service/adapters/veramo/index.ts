// SPDX-License-Identifier: EUPL-1.2
export { issuerAgent } from './issuer-agent.ts'
export type { AgentTables } from './tables.ts'
