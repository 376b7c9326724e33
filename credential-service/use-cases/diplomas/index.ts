// SPDX-License-Identifier: EUPL-1.2
export { cancelIssuing, decideIssuing, pauseIssuing, readProgress, resumeIssuing } from './control.ts'
export type { Progress } from './control.ts'
export { issueSession } from './issue-session.ts'
export { openIssuing } from './open-issuing.ts'
export type { Opening } from './open-issuing.ts'
export { readDiploma } from './read-diploma.ts'
export type * from './ports.ts'
