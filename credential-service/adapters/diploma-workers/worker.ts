// SPDX-License-Identifier: EUPL-1.2
// One thread that signs parts: it gets a run once, then the lines of parts, and gives back rows of bytes.
import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { diplomaPress } from '#domain/credential/diploma/issuing.ts'
import type { Press } from '#domain/credential/diploma/issuing.ts'
import { contexts } from '#resources/contexts/index.ts'
import type { AdmittedLine, Run } from '#service/use-cases/diplomas/ports.ts'
import { fastHashes } from '../hashing/index.ts'
import { makePart } from './make-part.ts'

export type Order = { ticket: number; run?: { run: Run; key: KeyObject }; first: number; lines: string }

const hashes = await fastHashes()
let made: { run: Run; press: Press } | undefined

function begin({ run, key }: NonNullable<Order['run']>) {
  const signing = { verificationMethod: run.verificationMethod, created: run.validFrom }
  return { run, press: diplomaPress({ signing, contexts, hashes, sign: (data) => sign(null, data, key) }) }
}

parentPort!.on('message', async (order: Order) => {
  try {
    if (order.run) made = begin(order.run)
    if (!made) throw new Error(`Worker ${String(workerData)} was given no run`)
    const part = await makePart(made.press, made.run, order.first, JSON.parse(order.lines) as AdmittedLine[])
    parentPort!.postMessage({ ticket: order.ticket, part })
  } catch (error) {
    const { code, values } = error as { code?: string; values?: object }
    parentPort!.postMessage({ ticket: order.ticket, code, values, reason: String(error) })
  }
})
