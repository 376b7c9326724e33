// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest'
import { LedgerUnreachable } from '#service/adapters/ledger/index.ts'
import { readCountArguments } from '#service/issuing/count.ts'
import { patience } from '#service/issuing/patience.ts'
import type { Absence } from '#service/issuing/patience.ts'

const ledgerAway = () => new LedgerUnreachable(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
const databaseAway = () => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' })

/** Fails with each of these in turn, then answers. */
const failing = (...errors: Error[]) => async () => {
  const error = errors.shift()
  if (error) throw error
  return 'done'
}

it('waits for a ledger and a database that are away, and says once that each is, and that it is back', async () => {
  const told: Absence[] = []
  const patiently = patience((absence) => told.push(absence), 1)
  expect(await patiently(failing(ledgerAway(), ledgerAway(), ledgerAway()))).toBe('done')
  expect(told).toEqual(['ledger-away', 'ledger-back'])
  expect(await patiently(failing(databaseAway(), databaseAway(), ledgerAway()))).toBe('done')
  expect(told.slice(2)).toEqual(['database-away', 'database-back', 'ledger-away', 'ledger-back'])
  expect(await patiently(failing())).toBe('done')
  expect(told).toHaveLength(6)
})

it('gives up at once on anything else, which no waiting would mend', async () => {
  const told: Absence[] = []
  await expect(patience((absence) => told.push(absence), 1)(failing(new Error('column "a" does not exist')))).rejects.toThrow('does not exist')
  expect(told).toEqual([])
})

it('counts every session, one, or one with its file; a file says which session it is of', () => {
  expect(readCountArguments([])).toEqual({ file: null, results: null })
  expect(readCountArguments(['--results', '2026-07-25'])).toEqual({ file: null, results: '2026-07-25' })
  expect(readCountArguments(['lines.ndjson', '--results', '2026-07-25'])).toEqual({ file: 'lines.ndjson', results: '2026-07-25' })
  expect(readCountArguments(['lines.ndjson'])).toBeNull()
  expect(readCountArguments(['one', 'two', '--results', 'x'])).toBeNull()
})
