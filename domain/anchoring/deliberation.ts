// SPDX-License-Identifier: EUPL-1.2
import { concatBytes } from '@noble/hashes/utils.js'
import { fromHex, keccak } from './bytes32.ts'
import type { Bytes32 } from './bytes32.ts'

/** The ledger that a signature is for: the same words signed for another are worth nothing. */
export type JuryLedger = { chainId: number; contract: string }

/** What a deliberation is opened over. Digests are salted, as `leafOf` does: a session may have one candidate. */
export type DeliberationContent = {
  issuer: string
  session: string
  results: string
  /** `memberOf` each, in the order of the call. */
  members: readonly string[]
  quorum: number
  /** The round before, or `FIRST_ROUND`. */
  previous: string
}

/** What a member signs: a root that commits to every diploma, over these results, in this deliberation. */
export type Statement = { deliberation: Bytes32; results: Bytes32; root: Bytes32 }

const NOTHING: Bytes32 = `0x${'0'.repeat(64)}`

/** In a statement, in the place of the root. */
export const REFUSAL = NOTHING

/** In a content, in the place of the round before. */
export const FIRST_ROUND = NOTHING

/** The name the ledger gives to a passkey, as `JurySeats.memberOf`. */
export function memberOf({ x, y }: { x: string; y: string }): Bytes32 {
  return keccak(concatBytes(fromHex(x), fromHex(y)))
}

/** The name of a deliberation, as `Deliberations.open` and `reopen` compute it, so known before it is opened. */
export function deliberationNameOf(ledger: JuryLedger, content: DeliberationContent): Bytes32 {
  const { issuer, session, results, members, quorum, previous } = content
  // abi.encode: eight words, of which the sixth says where the list of members begins.
  const head = [...placeOf(ledger), word(issuer), word(session), word(results), number(8 * 32), number(quorum), word(previous)]
  return keccak(concatBytes(...head, number(members.length), ...members.map(word)))
}

/** The 32 bytes that a member's passkey signs, as `Deliberations.challengeOf`. */
export function challengeOf(ledger: JuryLedger, { deliberation, results, root }: Statement): Bytes32 {
  return keccak(concatBytes(...placeOf(ledger), word(deliberation), word(results), word(root)))
}

const placeOf = ({ chainId, contract }: JuryLedger) => [number(chainId), word(contract)]

const number = (value: number) => word(`0x${value.toString(16)}`)

/** A value as the ABI writes it: 32 bytes, the value last. */
function word(hex: string): Uint8Array {
  return fromHex(`0x${hex.slice(2).padStart(64, '0')}`)
}
