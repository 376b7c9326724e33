// SPDX-License-Identifier: EUPL-1.2
import { ZeroAddress } from 'ethers'
import { kinds } from '#domain/credential/index.ts'
import type { Anchoring, Ledger, OnLedger } from '#service/use-cases/issuing/ports.ts'
import { ContractRefusal, holderOf } from './contract.ts'
import type { callsOf, CompiledContract } from './contract.ts'
import type { Connection } from './connection.ts'
import type { Happening } from './follow.ts'

type Needs = {
  connection: Connection
  compiled: CompiledContract
  calls: ReturnType<typeof callsOf>
  call: (key: string, from: string, purpose: string, data: string) => Promise<OnLedger>
  contract: () => Promise<{ address: string } | null>
  tell?: (happening: Happening) => void
}

/** How roots are anchored. A root that another account holds is `taken`; one of our own, asked for anew, is refused by its name. */
export const anchoringOn = ({ connection, compiled, calls, call, contract, tell }: Needs): Pick<Ledger, 'anchor' | 'anchorDecided'> => {
  const unlessTaken = async (asked: { root: string; kind: number; issuer: string }, asking: Promise<OnLedger>): Promise<Anchoring> => {
    const { root, kind, issuer } = asked
    try {
      return await asking
    } catch (error) {
      const standing = error instanceof ContractRefusal && error.refusal === 'CredentialAnchorAlreadyAnchored' ? await contract() : null
      if (!standing) throw error
      const holder = await holderOf(connection, compiled, standing.address, root, kind)
      // Held by nobody now: a block was undone between two questions, and the next round asks again.
      if (holder === ZeroAddress || holder.toLowerCase() === issuer.toLowerCase()) throw error
      tell?.({ what: 'taken', account: issuer, by: holder, root })
      return { state: 'taken' }
    }
  }
  return {
    anchor: ({ root, kind, issuer, turn }) =>
      unlessTaken({ root, kind, issuer }, call(`anchor:${root}:${turn}`, issuer, 'anchor', calls.anchor(root, kind))),
    anchorDecided: ({ root, deliberation, path, issuer, turn }) => unlessTaken({ root, kind: kinds.diploma, issuer },
      call(`anchor:${root}:${turn}`, issuer, 'anchor-decided', calls.anchorDecided(root, deliberation, path))),
  }
}
