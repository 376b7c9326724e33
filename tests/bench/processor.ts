// SPDX-License-Identifier: EUPL-1.2
type Work = () => unknown | Promise<unknown>
/** Work that does `many` of what is counted each time it runs. */
type Many = { many: number; work: Work }

/** Microseconds of processor that this process used so far, all its threads together: work given to a pool counts. */
const used = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Milliseconds of processor that this work takes, once. */
export async function processorMs(work: Work): Promise<number> {
  const begun = used()
  await work()
  return (used() - begun) / 1000
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

/**
 * How many times in a second of processor each work runs, taking turns, round after round; the median of the rounds.
 * On a machine that others use too, wall time measures the others.
 */
export async function processorRates<Name extends string>(works: Record<Name, Work | Many>, rounds = 7, milliseconds = 200): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const seen = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  const rate = async (one: Work | Many) => {
    const { many, work } = typeof one === 'function' ? { many: 1, work: one } : one
    const begun = used()
    let runs = 0
    while (used() - begun < milliseconds * 1000) {
      // Asking the clock costs as much as a small piece of work.
      for (let i = 0; i < 20; i += many) {
        const under = work()
        if (under instanceof Promise) await under
        runs += many
      }
    }
    return (runs * 1_000_000) / (used() - begun)
  }
  for (const name of names) await rate(works[name])
  for (let round = 0; round < rounds; round++) for (const name of names) seen[name].push(await rate(works[name]))
  return Object.fromEntries(names.map(name => [name, median(seen[name])])) as Record<Name, number>
}
