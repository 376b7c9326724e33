// SPDX-License-Identifier: EUPL-1.2
import type { AnchorFound, CountNeeds, SessionCount } from './count-ports.ts'
import { countSession } from './count-session.ts'
import type { AdmittedLines } from './ports.ts'

/**
 * Counts sessions, one after another. The ledger's whole history is read once for all of them, and again for a session of
 * which it had not everything. `linesOf` gives what `countSession` compares a session with. Refuses ERR_ISSUING_UNKNOWN.
 */
export async function* countSessions(
  needs: CountNeeds, sessions: readonly string[], linesOf: (session: string) => Promise<AdmittedLines | null>,
): AsyncGenerator<SessionCount> {
  const read = { anchors: null as AnchorFound[] | null }
  const count = countSession({ ...needs, anchors: async () => (read.anchors ??= await needs.anchors()) })
  for (const session of sessions) {
    const [lines, fresh] = [await linesOf(session), read.anchors === null]
    const found = await count(session, lines)
    if (fresh || !found.faults.some(({ code }) => code === 'root-not-on-ledger')) {
      yield found
      continue
    }
    // It may have been anchored since the ledger was read.
    read.anchors = null
    yield await count(session, lines)
  }
}
