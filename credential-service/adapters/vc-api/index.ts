// SPDX-License-Identifier: EUPL-1.2
export { sandboxKeys } from './sandbox-keys.ts'
export { tableSandboxStatuses } from './sandbox-statuses.ts'
export type { SandboxTables } from './sandbox-statuses.ts'
