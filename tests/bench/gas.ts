// SPDX-License-Identifier: EUPL-1.2
import { ANCHOR_LIMIT, measureGas as measureContracts } from '#contracts/scripts/measure-gas.ts'
import type { Table } from './measure.ts'

/** A plain transfer: what any transaction costs before it does anything (Ethereum Yellow Paper, appendix G). */
const TRANSACTION = 21_000

/** Gas of each transaction, whole, from its receipt on a simulated chain. */
export async function measureGas(): Promise<Table> {
  const { own, jury, others } = await measureContracts()
  return {
    title: `Gas, whole transactions (anchoring may cost ${ANCHOR_LIMIT} at most)`,
    rows: [...own, ...jury, ...others].map(({ what, gas }) => ({
      name: what.replaceAll('*', ''), value: Number(gas), unit: 'gas', peer: `an empty transaction ${TRANSACTION}`, ratio: Number(gas) / TRANSACTION,
    })),
  }
}
