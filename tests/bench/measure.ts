// SPDX-License-Identifier: EUPL-1.2
/** One line of a table. `ratio` is value / peer.value, both measured in the same run on the same machine. */
export type Row = { name: string; value: number; unit: string; peer?: string; ratio?: number }

export type Table = { title: string; rows: Row[] }

type Work = () => unknown | Promise<unknown>

/** How many times a second `work` runs, over at least `milliseconds` of wall time. */
async function rate(work: Work, milliseconds: number): Promise<number> {
  const begun = performance.now()
  let runs = 0
  while (performance.now() - begun < milliseconds || runs === 0) {
    await work()
    runs += 1
  }
  return (runs * 1000) / (performance.now() - begun)
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/**
 * Rates of several works, per second. They take turns, round after round, so that a machine whose speed drifts slows
 * all of them alike; each rate is the median of its rounds.
 */
export async function rates<Name extends string>(works: Record<Name, Work>, rounds = 5, milliseconds = 300): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const seen = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (const name of names) await rate(works[name], milliseconds / 3)
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) seen[name].push(await rate(works[name], milliseconds))
  }
  return Object.fromEntries(names.map(name => [name, median(seen[name])])) as Record<Name, number>
}
