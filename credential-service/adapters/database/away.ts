// SPDX-License-Identifier: EUPL-1.2

/** Of the system: nobody listens there, or the line was cut. */
const CUT = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
/** Of PostgreSQL (appendix A of its manual): it stops, it crashed, it is starting, or the connection failed. */
const STOPPING = /^(57P0[123]|08\d\d\d)$/
/** What the client library says in words alone. */
const SAID = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether PostgreSQL does not answer, as while it is restarted: what was under way is undone, and can be asked again. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  return SAID.test(error.message) || (typeof code === 'string' && (CUT.has(code) || STOPPING.test(code)))
}
