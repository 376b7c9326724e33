// SPDX-License-Identifier: EUPL-1.2

/** The node does not answer, or not yet what it must know: nothing is lost, only delayed. */
export class LedgerUnreachable extends Error {
  constructor(cause: unknown) {
    super('The ledger does not answer', { cause })
    this.name = 'LedgerUnreachable'
  }
}

/** The node answers with an older state than was seen before: it is waited for, like one that does not answer. */
export const lyingBehind = (answered: number, seen: number) =>
  new LedgerUnreachable(new Error(`The node answers block ${answered}; block ${seen} was seen before`))
