// SPDX-License-Identifier: EUPL-1.2
import type { HashLevel } from '#domain/anchoring/tree.ts'
import type { Text } from '#domain/text.ts'
import type { Juries } from '../deliberation/ports.ts'
import type { Issuer, IssuingNeeds } from '../issuing/ports.ts'
import type { AdmittedLine, BatchOnLedger, DiplomaBatch, IssuingSession, KeptDiploma, MadePart, NewBatch, Node, Run, SessionState } from './shapes.ts'

export type * from './shapes.ts'

/** The confirmed results of sessions, as issuing reads them. */
export type AdmittedLines = {
  /** The next admitted lines in their one order, after this key; fewer than `limit` only at the end. */
  after(session: string, key: string | null, limit: number): Promise<AdmittedLine[]>
  /** How many there are in all, when that is known. */
  count(session: string): Promise<number | null>
}

/** Who signs: workers over the cores. */
export type Makers = {
  /** How many parts can be made at once. */
  atOnce: number
  make(run: Run, first: number, lines: readonly AdmittedLine[]): Promise<MadePart>
}

export type DiplomaStore = {
  open(session: Omit<IssuingSession, 'state' | 'issued' | 'deliberation' | 'lastKey' | 'issuedBefore' | 'lastPartAt' | 'problem'>): Promise<void>
  session(id: string): Promise<IssuingSession | null>
  /** Moves a session from one of these states to another; false when it was in none of them. */
  move(id: string, from: readonly SessionState[], to: SessionState, at: Date): Promise<boolean>
  keepDecision(id: string, deliberation: string): Promise<void>
  keepProblem(id: string, problem: string | null): Promise<void>
  /** Addresses of the session's lists, `count` at least; those that lack are made. */
  lists(session: IssuingSession, count: number): Promise<{ id: string; address: string }[]>
  /** Keeps a part whole, if the session still runs and stands where the part begins; false when it does not. */
  keepPart(session: string, first: number, lastKey: string, part: MadePart, at: Date): Promise<boolean>
  /** Leaves of the diplomas from one place up to another, side by side, in the order of their places. */
  leaves(session: string, from: number, to: number): Promise<Uint8Array>
  batches(session: string): Promise<DiplomaBatch[]>
  keepBatch(session: string, batch: NewBatch): Promise<void>
  nextTurn(session: string, ordinal: number): Promise<void>
  /** The sorted leaves of a batch, padding and diplomas alike. */
  leavesOf(session: string, ordinal: number): Promise<Uint8Array>
  /** Keeps the two nodes that are anchored in the place of one that was taken: of the batch's root, or of a part. */
  halve(session: string, ordinal: number, taken: Node, halves: readonly Node[]): Promise<void>
  nextTurnOfPart(session: string, ordinal: number, part: Node): Promise<void>
  keepPartConfirmed(session: string, ordinal: number, part: Node, at: Date): Promise<void>
  keepConfirmed(session: string, ordinal: number, at: Date, read: BatchOnLedger): Promise<void>
  /** Erases every diploma of a cancelled session. */
  erase(session: string): Promise<void>
  kept(id: string): Promise<KeptDiploma | null>
  /** Diplomas of a session from one place up to another; null where one was erased. */
  keptBetween(session: IssuingSession, from: number, to: number): Promise<(Omit<KeptDiploma, 'session'> & { id: string } | null)[]>
  /** Sessions of an issuer whose every batch was confirmed before a date, in their order. */
  anchoredSessions(issuer: string, before: Date): Promise<string[]>
  /** The block whose leaves are around this one, of a batch. */
  block(session: string, batch: number, leaf: Uint8Array): Promise<{ block: number; leaves: Uint8Array } | null>
  /** Forgets what a diploma says and the salt of its leaf: its root then says nothing of it. */
  forget(id: string): Promise<boolean>
}

/** The register of academies and of diplomas, as far as a diploma names them. */
export type Registers = {
  /** Null when the register has no such academy. */
  academyName(code: string): string | null
  titles(): Readonly<Record<string, Text>>
}

export type DiplomaNeeds = Pick<IssuingNeeds, 'origin' | 'ledger' | 'issuers' | 'statuses' | 'agent' | 'edge' | 'contexts' | 'renewed'> & {
  lines: AdmittedLines
  store: DiplomaStore
  makers: Makers
  juries: Pick<Juries, 'read'>
  registers: Registers
  hashLevel: HashLevel
  /** Random bytes, so many. */
  bytes(count: number): Uint8Array
  /** How many lines a part has, and how many diplomas a batch. */
  sizes: { part: number; batch: number; block: number }
}

export type { Issuer }
