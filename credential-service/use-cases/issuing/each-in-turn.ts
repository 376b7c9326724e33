// SPDX-License-Identifier: EUPL-1.2

/** Whether the node did not answer: nothing is lost, only delayed. */
export const isUnreachable = (error: unknown): boolean => error instanceof Error && error.name === 'LedgerUnreachable'

/**
 * Serves each one after the other: one that fails holds up nobody else. Only when the ledger does not answer are the
 * others left for the next round, since it would answer none of them.
 * @throws the first failure, after the others were served
 */
export async function eachInTurn<One>(all: readonly One[], serve: (one: One) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = []
  for (const one of all) {
    await serve(one).catch((error: unknown) => void failures.push(error))
    if (failures.some(isUnreachable)) break
  }
  if (failures.length) throw failures[0]
}
