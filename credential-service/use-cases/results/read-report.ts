// SPDX-License-Identifier: EUPL-1.2
import { ownFile, ownSession } from './own.ts'
import type { FaultCount, LineFault, Officer, ResultsFile, ResultsNeeds, ResultsSession, SessionLine } from './ports.ts'

export const listResults = ({ store }: ResultsNeeds) => (officer: Officer): Promise<SessionLine[]> => store.sessionsOf(officer.id)

export const readResults = ({ store }: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<{ session: ResultsSession; files: ResultsFile[] }> =>
    ({ session: await ownSession(store, officer, id), files: await store.filesOf(id) })

export type Report = { file: ResultsFile; session: ResultsSession; counts: FaultCount[] }

/** What a file holds: its counts, and each fault with how often and where first. */
export const readReport = ({ store }: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<Report> => {
    const { file, session } = await ownFile(store, officer, id)
    return { file, session, counts: await store.counts(id) }
  }

/** One page of every fault of a file, in the order of its lines. */
export const listFaults = ({ store }: ResultsNeeds) =>
  async (officer: Officer, id: string, after: LineFault | null, limit: number): Promise<LineFault[]> => {
    await ownFile(store, officer, id)
    return store.faults(id, after, limit)
  }

const PAGE = 5_000

/** Every fault of a file, page by page, for a download of any length. The person's right is looked at first. */
export const everyFault = ({ store }: ResultsNeeds) =>
  async (officer: Officer, id: string): Promise<AsyncIterable<LineFault[]>> => {
    await ownFile(store, officer, id)
    return pages(store, id)
  }

async function* pages(store: ResultsNeeds['store'], id: string): AsyncIterable<LineFault[]> {
  for (let after: LineFault | null = null; ;) {
    const page: LineFault[] = await store.faults(id, after, PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1) ?? null
  }
}
