// SPDX-License-Identifier: EUPL-1.2
import { academiesOf, ownFile, ownSession } from './own.ts'
import type { FaultCount, LineFault, Officer, ResultsFile, ResultsNeeds, ResultsSession, SessionLine } from './ports.ts'

/** The academies whose results this officer may open. */
export const listAcademies = (needs: ResultsNeeds) => (officer: Officer) => academiesOf(needs, officer)

/** Every session of the officer's academy, whoever opened it. */
export const listResults = (needs: ResultsNeeds) => async (officer: Officer): Promise<SessionLine[]> => {
  const [academy] = academiesOf(needs, officer)
  return academy ? needs.store.sessionsOfAcademy(academy.code) : []
}

export const readResults = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<{ session: ResultsSession; files: ResultsFile[] }> =>
    ({ session: await ownSession(needs, officer, id), files: await needs.store.filesOf(id) })

export type Report = { file: ResultsFile; session: ResultsSession; counts: FaultCount[] }

/** What a file holds: its counts, and each fault with how often and where first. */
export const readReport = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<Report> => {
    const { file, session } = await ownFile(needs, officer, id)
    return { file, session, counts: await needs.store.counts(id) }
  }

/** One page of every fault of a file, in the order of its lines. */
export const listFaults = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string, after: LineFault | null, limit: number): Promise<LineFault[]> => {
    await ownFile(needs, officer, id)
    return needs.store.faults(id, after, limit)
  }

const PAGE = 5_000

/** Every fault of a file, page by page, for a download of any length. The person's right is looked at first. */
export const everyFault = (needs: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<AsyncIterable<LineFault[]>> => {
    await ownFile(needs, officer, id)
    return pages(needs.store, id)
  }

async function* pages(store: ResultsNeeds['store'], id: string): AsyncIterable<LineFault[]> {
  for (let after: LineFault | null = null; ;) {
    const page: LineFault[] = await store.faults(id, after, PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1) ?? null
  }
}
