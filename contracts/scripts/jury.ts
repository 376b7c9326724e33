// SPDX-License-Identifier: EUPL-1.2
import { id } from 'ethers'
import type { Signer } from 'ethers'
import { challengeOf, deliberationNameOf, FIRST_ROUND, memberOf, toMemberSignature } from '#domain/anchoring/index.ts'
import type { Bytes32, MemberSignature, Statement } from '#domain/anchoring/index.ts'
import type { Passkey } from './passkey.ts'
import type { SimulatedLedger } from './simulated.ts'

/** The kind of credential that only a jury gives. */
export const DIPLOMA = 2

export const bytes32Of = (name: string) => id(name) as Bytes32

/** A passkey's signature of a statement, as the contract reads it. */
export const signatureOf = (ledger: SimulatedLedger, statement: Statement, { point, answer }: Passkey): MemberSignature =>
  toMemberSignature(ledger.place, statement, point, answer(challengeOf(ledger.place, statement)))

/** What an academy does with a jury of passkeys on a simulated ledger. */
export function juryOf(ledger: SimulatedLedger, academy: Signer & { address: string }, passkeys: readonly Passkey[]) {
  const members = passkeys.map(({ point }) => memberOf(point))
  const seat = ({ point }: Passkey, until: number) => ledger.send(academy, 'seat', point.x, point.y, 0, until)
  const nameOf = (session: Bytes32, results: Bytes32, quorum: number, previous: Bytes32) =>
    deliberationNameOf(ledger.place, { issuer: academy.address, session, results, members, quorum, previous })
  return {
    members,
    seat,
    /** Opens a deliberation of all members. */
    async open(session: Bytes32, results: Bytes32, quorum: number) {
      const receipt = await ledger.send(academy, 'open', session, results, members, quorum)
      return { deliberation: nameOf(session, results, quorum, FIRST_ROUND), receipt }
    },
    async reopen(previous: Bytes32, session: Bytes32, results: Bytes32, quorum: number) {
      const receipt = await ledger.send(academy, 'reopen', previous, results, members, quorum)
      return { deliberation: nameOf(session, results, quorum, previous), receipt }
    },
  }
}
