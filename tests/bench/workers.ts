// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { diplomaWorkers } from '#service/adapters/diploma-workers/index.ts'
import { SIZES } from '#service/rooms/diplomas.ts'
import type { Run } from '#service/use-cases/diplomas/index.ts'
import { lineOf } from '#tests/service/diplomas/lines.ts'
import type { Table } from './measure.ts'
import { load } from './wear.ts'

const [PARTS, ROUNDS] = [12, 5]

const run: Run = {
  session: 'bench', sessionMonth: '2026-07', academy: { code: '25', name: 'Versailles' },
  issuer: { did: 'did:web:localhost%3A3000:academies:versailles', name: 'Académie de Versailles' },
  verificationMethod: 'did:web:localhost%3A3000:academies:versailles#key', validFrom: '2026-07-06T10:00:00Z', key: randomBytes(32),
  diplomaAddress: 'http://localhost:3000/diplomas/', titles: { 'PROJET-BCP-MELEC': { fr: 'Baccalauréat professionnel', en: '' }, 'PROJET-BCP-CIEL': { fr: 'Baccalauréat professionnel', en: '' } },
  lists: ['http://localhost:3000/status/1', 'http://localhost:3000/status/2'],
}

/** Milliseconds a session's parts take with so many workers, as issuing asks for them, and what of it this thread used itself. */
async function timeOf(makers: ReturnType<typeof diplomaWorkers>, parts: (readonly ReturnType<typeof lineOf>[])[]) {
  const [begun, own] = [performance.now(), process.threadCpuUsage()]
  const under = new Set<Promise<unknown>>()
  for (const [i, lines] of parts.entries()) {
    while (under.size > makers.atOnce) await Promise.race(under)
    const made = makers.make(run, i * SIZES.part, lines).finally(() => under.delete(made))
    under.add(made)
  }
  await Promise.all(under)
  const { user, system } = process.threadCpuUsage(own)
  return { wall: performance.now() - begun, own: (user + system) / 1000 }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * Whole parts made by one worker and by two, taking turns. Wall time, so only a machine with two cores free says anything:
 * its load stands beside. What the thread that hands out the work spends itself is what more workers cannot share.
 */
export async function measureWorkers(): Promise<Table> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const makers = [1, 2].map((count) => diplomaWorkers(async () => privateKey, count))
  const parts = Array.from({ length: PARTS }, (_, part) => Array.from({ length: SIZES.part }, (_, n) => lineOf(part * SIZES.part + n)))
  // Threads do not keep a process: this does, while it waits for them.
  const alive = setInterval(() => undefined, 1_000)
  const seen = makers.map(() => ({ wall: [] as number[], own: [] as number[] }))
  try {
    for (const one of makers) await timeOf(one, parts.slice(0, 4))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, one] of makers.entries()) {
        const { wall, own } = await timeOf(one, parts)
        seen[i]!.wall.push(wall)
        seen[i]!.own.push(own)
      }
    }
  } finally {
    clearInterval(alive)
    for (const one of makers) await one.close()
  }
  const count = PARTS * SIZES.part
  const [one, two] = seen.map(({ wall }) => (count * 1000) / median(wall)) as [number, number]
  return { title: `Diplomas in threads, wall time (load ${load()})`, rows: [
    { name: 'two workers, beside one', value: two, unit: '1/s', peer: `one worker ${one.toFixed(0)}/s`, ratio: two / one },
    { name: 'the thread that hands out the work and takes it back', value: (median(seen[1]!.own) * 1000) / count, unit: 'µs of processor a diploma' },
  ] }
}
