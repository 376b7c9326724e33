// SPDX-License-Identifier: EUPL-1.2
// Where the lines of a deliberation begin that follows a decision on the same results.
import { expect, it } from 'vitest'
import { beginningOf } from '#service/use-cases/deliberation/index.ts'
import type { Deliberation, DeliberationNeeds } from '#service/use-cases/deliberation/index.ts'
import type { ResultsFile } from '#service/use-cases/results/ports.ts'

type Needs = Parameters<typeof beginningOf>[0]

const digest = (letter: string) => `sha256:${letter.repeat(64)}` as const
const round = (n: number, state: Deliberation['state'], of: string) => ({ round: n, state, digest: digest(of) }) as Deliberation
const file = (day: number | null, of: string | null) =>
  ({ confirmedAt: day === null ? null : new Date(Date.UTC(2026, 6, day)), resultsDigest: of === null ? null : digest(of) }) as ResultsFile

const needs = (rounds: Deliberation[], files: ResultsFile[]): Needs => ({
  store: { roundsOf: async () => rounds } as unknown as DeliberationNeeds['store'],
  results: { filesOf: async () => files } as unknown as DeliberationNeeds['results'],
})
/** Last uploaded first, as the store gives them; one was never confirmed. */
const files = [file(null, null), file(5, 'c'), file(3, 'b'), file(1, 'a')]
const begins = (rounds: Deliberation[], n: number) => beginningOf(needs(rounds, files), { results: 'july', round: n })

it('is the first line where nothing was decided before', async () => {
  expect(await begins([], 1)).toBeNull()
  expect(await begins([round(1, 'refused', 'b')], 2)).toBeNull()
})

it('is after the last file of what was decided on, whatever was refused since', async () => {
  expect(await begins([round(3, 'open', 'c'), round(2, 'refused', 'c'), round(1, 'decided', 'b')], 3)).toMatchObject({ position: 2 })
  expect(await begins([round(3, 'open', 'c'), round(2, 'decided', 'b'), round(1, 'decided', 'a')], 3)).toMatchObject({ position: 2 })
})

it('is nowhere when no file leads to what was decided: nothing is issued a second time', async () => {
  await expect(begins([round(2, 'open', 'c'), round(1, 'decided', 'f')], 2)).rejects.toMatchObject({ code: 'ERR_INTERNAL', values: { results: 'july', digest: digest('f') } })
})
