// SPDX-License-Identifier: EUPL-1.2
import { anchorSession } from './anchor-session.ts'
import { issueParts, problemOf } from './issue-parts.ts'
import type { DiplomaNeeds } from './ports.ts'

/**
 * Brings a session as far as it goes now: what is left is signed, then put into batches, then anchored. Nothing is kept
 * in memory between two calls, so whoever calls next goes on from what is stored. After `until` nothing more is begun.
 * @returns whether it is worth asking again soon: not while it waits for its jury
 */
export const issueSession = (needs: DiplomaNeeds) => {
  const [sign, anchor] = [issueParts(needs), anchorSession(needs)]
  return async (id: string, until: Date | null = null): Promise<boolean> => {
    const session = await needs.store.session(id)
    if (session?.state === 'running') {
      const signed = await sign(session, until).catch(async (error: unknown) => {
        // A line that breaks a rule stops the session where it is; the reason says which, and it is resumed once mended.
        const problem = problemOf(error)
        if (problem === null) throw error
        await needs.store.keepProblem(id, problem)
        await needs.store.move(id, ['running'], 'paused', needs.edge.now())
        return 'stopped' as const
      })
      if (signed !== 'whole') return signed === 'left'
      await needs.store.move(id, ['running'], 'issued', needs.edge.now())
    }
    const issued = await needs.store.session(id)
    if (issued?.state !== 'issued') return false
    if (!(await anchor(issued, until))) return issued.deliberation !== null
    await needs.store.move(id, ['issued'], 'anchored', needs.edge.now())
    return false
  }
}
