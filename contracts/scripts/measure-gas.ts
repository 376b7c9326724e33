// SPDX-License-Identifier: EUPL-1.2
import { id } from 'ethers'
import { measureJury } from './measure-jury.ts'
import { measureOthers } from './measure-others.ts'
import { openLedger } from './simulated.ts'
import type { SimulatedLedger } from './simulated.ts'

/** The most that anchoring one root with one signer may cost, the whole transaction counted. */
export const ANCHOR_LIMIT = 48_000n

/** What one batch should come to: reached when several go under one root (docs/decisions/0005). */
export const ANCHOR_AIM = 46_500n

export type GasLine = { what: string, gas: bigint }

const COMPETENCE = 1
const DIPLOMA = 2
// Dates and words without a zero byte, which would cost less: the figures are those of the dearest case.
const UNTIL = 0xfdfdfdfdfdfd
const WITHDRAWN = 0xfdfdfdfefdfd
const RENEWED_UNTIL = 0xfefefefefefe
const grant = (from: number, until: number) => [COMPETENCE, from, until]
const word = (name: string) => `0x${id(name).slice(2).replaceAll('0', '1')}`

async function transactions(ledger: SimulatedLedger): Promise<GasLine[]> {
  const { ministry, academy, school, send, nextBlockAt } = ledger
  const lines: GasLine[] = [{ what: 'deploy the contract', gas: ledger.deployment?.gasUsed ?? 0n }]
  const run = async (what: string, ...call: Parameters<SimulatedLedger['send']>) => {
    lines.push({ what, gas: (await send(...call)).gasUsed })
  }
  await run('accredit, by the root authority', ministry, 'accredit', academy.address, ...grant(0, RENEWED_UNTIL), true)
  await run('accredit, by an academy', academy, 'accredit', school.address, ...grant(0, UNTIL), false)
  await run('record a DID document, the first', school, 'recordDocument', word('did'), word('document'))
  await run('record a DID document, the next', school, 'recordDocument', word('did'), word('document 2'))
  await run('**anchor a root**', school, 'anchor', word('root'), COMPETENCE)
  await run('publish a status list, the first', school, 'publishStatusList', word('list'), word('digest'))
  await run('publish a status list, the next', school, 'publishStatusList', word('list'), word('digest 2'))
  const renewal = grant(UNTIL, RENEWED_UNTIL)
  await run('accredit, a renewal recorded ahead', academy, 'accredit', school.address, ...renewal, false)
  await run('anchor a root while a renewal waits', school, 'anchor', word('root 2'), COMPETENCE)
  await run('accredit, for a second kind', ministry, 'accredit', school.address, DIPLOMA, 0, UNTIL, false)
  await nextBlockAt(UNTIL)
  await run('anchor a root once the renewal has begun', school, 'anchor', word('root 3'), COMPETENCE)
  await run('withdraw', ministry, 'withdraw', school.address, COMPETENCE, WITHDRAWN)
  await nextBlockAt(WITHDRAWN)
  await run('name the successor of a closed issuer', ministry, 'succeed', school.address, academy.address)
  return lines
}

/** What the view costs when another contract asks; anyone else asks a node, for nothing. */
async function views({ contract }: SimulatedLedger): Promise<GasLine[]> {
  const lines: GasLine[] = []
  for (const depth of [0, 10, 17]) {
    const path = Array.from({ length: depth }, (_, level) => word(`sibling ${level}`))
    const gas = await contract.getFunction('isAnchored').estimateGas(word('root'), word('salt'), word('digest'), path)
    lines.push({ what: `check a credential in a batch of ${2 ** depth} (as a transaction)`, gas })
  }
  return lines
}

/** Our own transactions, those of a jury, and what others write for the same: each once, on new chains in memory. */
export type GasFigures = { own: GasLine[], jury: GasLine[], others: GasLine[] }

/** Runs each kind of transaction once on a new chain in memory; the figures come from the receipts. */
export async function measureGas(): Promise<GasFigures> {
  const ledger = await openLedger()
  try {
    const own = [...await transactions(ledger), ...await views(ledger)]
    return { own, jury: await measureJury(), others: await measureOthers(ledger, word('root')) }
  } finally {
    await ledger.close()
  }
}
