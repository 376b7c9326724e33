// SPDX-License-Identifier: EUPL-1.2
import type { HashLevel } from '#domain/anchoring/tree.ts'
import type { JuryResult } from '#domain/credential/diploma/issuing.ts'
import type { Text } from '#domain/text.ts'
import type { AccreditationRecord, JuryDecision } from '#domain/verification/bundle.ts'
import type { Juries } from '../deliberation/ports.ts'
import type { Issuer, IssuingNeeds } from '../issuing/ports.ts'

/** What a line says, without what only matches it to a candidate. */
export type AdmittedResult = Omit<JuryResult, 'ine'>

/** One admitted line of a session's results. Its key is the record key: one line has at most one diploma, ever. */
export type AdmittedLine = { key: string; result: AdmittedResult }

/** The confirmed results of sessions, as issuing reads them. */
export type AdmittedLines = {
  /** The next admitted lines in their one order, after this key; fewer than `limit` only at the end. */
  after(session: string, key: string | null, limit: number): Promise<AdmittedLine[]>
  /** How many there are in all, when that is known. */
  count(session: string): Promise<number | null>
}

export type SessionState = 'running' | 'paused' | 'cancelled' | 'issued' | 'anchored'

export type IssuingSession = {
  /** The id of the session's results. */
  id: string
  issuer: string
  /** YYYY-MM, and the code of the academy. */
  session: string
  academy: string
  state: SessionState
  key: Uint8Array
  validFrom: Date
  expected: number | null
  issued: number
  /** The deliberation that decided these results, as the ledger names it; null before. */
  deliberation: string | null
  lastKey: string | null
  resumedAt: Date
  issuedBefore: number
  lastPartAt: Date | null
  /** Why it stopped by itself. */
  problem: string | null
}

/** What every diploma of a session shares, for whoever signs them; plain data but for the key. */
export type Run = {
  session: string
  sessionMonth: string
  academy: { code: string; name: string }
  issuer: { did: string; name: string }
  verificationMethod: string
  /** Validity begins, and the proof is made, at this instant: the same for all, and again after a restart. */
  validFrom: string
  /** The session's own key. */
  key: Uint8Array
  /** What addresses of diplomas begin with; the code follows. */
  diplomaAddress: string
  titles: Readonly<Record<string, Text>>
  /** Addresses of the status lists, in their order. */
  lists: readonly string[]
}

/** A part as its maker gives it: fixed-width things side by side, texts one a line. */
export type MadePart = {
  count: number
  keys: string
  texts: string
  /** The form of each; empty for one that is of none. */
  forms: string
  ids: Uint8Array
  signatures: Uint8Array
  digests: Uint8Array
  leaves: Uint8Array
  salts: Uint8Array
  /** The forms its diplomas are of, by the beginning of their SHA-256. */
  templates: ReadonlyMap<string, string>
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
  keepConfirmed(session: string, ordinal: number, at: Date, read: BatchOnLedger): Promise<void>
  /** Erases every diploma of a cancelled session. */
  erase(session: string): Promise<void>
  kept(id: string): Promise<KeptDiploma | null>
  /** The block whose leaves are around this one, of a batch. */
  block(session: string, batch: number, leaf: Uint8Array): Promise<{ block: number; leaves: Uint8Array } | null>
  /** Forgets what a diploma says and the salt of its leaf: its root then says nothing of it. */
  forget(id: string): Promise<boolean>
}

export type NewBatch = { ordinal: number; root: string; leafCount: number; roots: Uint8Array; blocks: Uint8Array[]; closedAt: Date }
export type DiplomaBatch = Omit<NewBatch, 'blocks'> & { turn: number; confirmedAt: Date | null } & { [member in keyof BatchOnLedger]: BatchOnLedger[member] | null }

/** What the ledger said when a batch was confirmed: who accredited its issuer, and what the jury decided. */
export type BatchOnLedger = { accreditation: AccreditationRecord[]; decision: Omit<JuryDecision, 'path'> }

export type KeptDiploma = {
  session: IssuingSession
  place: number
  /** The signed text in canonical JSON. */
  text: string
  digest: Uint8Array
  leaf: Uint8Array
  salt: Uint8Array
}

/** The register of academies and of diplomas, as far as a diploma names them. */
export type Registers = {
  /** Null when the register has no such academy. */
  academyName(code: string): string | null
  titles(): Readonly<Record<string, Text>>
}

export type DiplomaNeeds = Pick<IssuingNeeds, 'origin' | 'ledger' | 'issuers' | 'statuses' | 'agent' | 'edge' | 'contexts'> & {
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
