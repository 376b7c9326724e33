// SPDX-License-Identifier: EUPL-1.2
import { Contract } from 'ethers'
import type { EventLog, Log } from 'ethers'
import { kinds } from '#domain/credential/index.ts'
import type { Connection } from './connection.ts'
import type { CompiledContract } from './contract.ts'

/** A root as the ledger has it for diplomas, and how often it was anchored for them. */
export type DiplomaAnchor = { root: string; issuer: string; times: number }

/** Nodes refuse to look through too many blocks at once; ten thousand is what the strictest known take. */
const BLOCKS = 10_000

/**
 * Every root that this contract ever anchored for diplomas, by its own events and its own word, asked now.
 * @throws LedgerUnreachable
 */
export async function diplomaAnchors(
  connection: Connection, compiled: CompiledContract, { contract: address, deployedAtBlock }: { contract: string; deployedAtBlock: number },
): Promise<DiplomaAnchor[]> {
  return connection.use(async provider => {
    const contract = new Contract(address, compiled.abi, provider)
    const head = await provider.getBlockNumber()
    const times = new Map<string, number>()
    for (let from = deployedAtBlock; from <= head; from += BLOCKS) {
      for (const event of await contract.queryFilter('RootAnchored', from, Math.min(from + BLOCKS - 1, head))) {
        times.set(rootOf(event), (times.get(rootOf(event)) ?? 0) + 1)
      }
    }
    const anchors: DiplomaAnchor[] = []
    for (const [root, count] of times) {
      const anchorOf = async (kind: number) => (await contract.getFunction('anchorOfKind')(root, kind)) as { issuer: string; anchoredAt: bigint; kind: bigint }
      const { issuer, anchoredAt, kind } = await anchorOf(kinds.diploma)
      if (anchoredAt === 0n || Number(kind) !== kinds.diploma) continue
      // An event does not say for what. Whoever is accredited for anything else may anchor the same root once, beside the
      // diplomas: that takes nothing from them and adds nothing.
      const beside = count > 1 && (await anchorOf(kinds.competence)).anchoredAt !== 0n
      anchors.push({ root, issuer, times: beside ? count - 1 : count })
    }
    return anchors
  })
}

const rootOf = ({ topics }: Log | EventLog): string => String(topics[1])
