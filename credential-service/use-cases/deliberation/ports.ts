// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32, DeliberationContent, MemberSignature, PasskeyPoint, Statement } from '#domain/anchoring/index.ts'
import type { Registers } from '#domain/credential/diploma/index.ts'
import type { LedgerPlace, OnLedger } from '../issuing/shapes.ts'
import type { ResultsStore } from '../results/ports.ts'
import type { MinutesWriter } from './minutes.ts'
import type { AcademySigner, Authenticators, DeliberationStore, KeptDiplomas } from './shapes.ts'

export type * from './minutes.ts'
export type * from './shapes.ts'

/** A member as a deliberation on the ledger has it. */
export type Sitting = { member: Bytes32; replaced: boolean; signed: boolean }

/** A deliberation, as the ledger says. Dates in seconds since 1970, ledger time. */
export type DeliberationFacts = {
  issuer: string
  outcome: 'open' | 'decided' | 'refused'
  quorum: number
  round: number
  openedAt: number
  /** Null while it is open. */
  closedAt: number | null
  session: Bytes32
  results: Bytes32
  /** The round before; null for the first. */
  previous: Bytes32 | null
  /** What was decided; null unless decided. */
  root: Bytes32 | null
  /** Everyone ever named, substitutes last. */
  members: Sitting[]
  /** Salted digests of its minutes, oldest first. */
  minutes: Bytes32[]
}

/**
 * The juries of academies on the ledger. Asking twice for the same thing asks once, as `Ledger` does. What the contract
 * refuses is thrown under the name it gives, before anything is journalled; `turn` counts the tries after a transaction
 * that was reverted all the same. Each may throw `LedgerUnreachable`.
 */
export type Juries = {
  /** The ledger account of an academy, made on first use. */
  accountOf(academy: string): Promise<string>
  /** Sees the academy accredited for diplomas; ledger time (seconds) when settled, null before. */
  accredit(academy: string): Promise<number | null>
  seat(seat: { academy: string; point: PasskeyPoint; from: number; until: number }): Promise<OnLedger>
  endSeat(end: { academy: string; member: Bytes32; date: number }): Promise<OnLedger>
  /** The name a deliberation will have, and what its members sign is bound to; null until the contract is in a block. */
  nameOf(academy: string, content: Omit<DeliberationContent, 'issuer'>): Promise<Bytes32 | null>
  /** What a member's passkey signs; null until the contract is in a block. */
  challengeOf(statement: Statement): Promise<Bytes32 | null>
  /** Opens a first round, or reopens after the refused one that `previous` names. */
  open(academy: string, content: Omit<DeliberationContent, 'issuer'>): Promise<OnLedger>
  replace(change: { academy: string; deliberation: Bytes32; absent: Bytes32; substitute: Bytes32 }): Promise<OnLedger>
  /** Brings the signatures of a decision over `root`, or of a refusal when it is `REFUSAL`. */
  close(decision: { academy: string; deliberation: Bytes32; root: Bytes32; signatures: readonly MemberSignature[]; turn: number }): Promise<OnLedger>
  addMinutes(minutes: { academy: string; deliberation: Bytes32; digest: Bytes32 }): Promise<OnLedger>
  /** Null when the ledger has none of this name. */
  read(deliberation: Bytes32): Promise<DeliberationFacts | null>
  /** Whether the ledger says that this member may sit on the juries of this academy at that date. */
  isSeated(academy: string, member: Bytes32, date: number): Promise<boolean>
}

export type DeliberationNeeds = {
  store: DeliberationStore
  juries: Juries
  /** Where the ledger is; null until the contract is in a block. */
  place: () => Promise<LedgerPlace | null>
  authenticators: Authenticators
  results: Pick<ResultsStore, 'session' | 'sessionsOfAcademy' | 'confirmedLines' | 'filesOf'>
  registers: Registers
  diplomas: KeptDiplomas
  signerOf: AcademySigner
  writeMinutes: MinutesWriter
  edge: { now: () => Date; uuid: () => string; bytes32: () => Bytes32 }
}
