// SPDX-License-Identifier: EUPL-1.2
import type { JuryResult } from '#domain/credential/diploma/issuing.ts'
import type { Text } from '#domain/text.ts'
import type { AccreditationRecord, JuryDecision } from '#domain/verification/bundle.ts'

/** What a line says, without what only matches it to a candidate. */
export type AdmittedResult = Omit<JuryResult, 'ine'>

/** One admitted line of a session's results. Its key is the record key: one line has at most one diploma, ever. */
export type AdmittedLine = { key: string; result: AdmittedResult }

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

export type NewBatch = { ordinal: number; root: string; leafCount: number; roots: Uint8Array; blocks: Uint8Array[]; closedAt: Date }
/** A node of a batch's tree: its level from the root (0), its place in it, its hash. */
export type Node = { level: number; place: number; root: string }
export type DiplomaPart = Node & { turn: number; confirmedAt: Date | null }
export type DiplomaBatch = Omit<NewBatch, 'blocks'> & {
  turn: number
  confirmedAt: Date | null
  /** What is anchored in the place of its root, once another account has that; mostly nothing. */
  parts: DiplomaPart[]
} & { [member in keyof BatchOnLedger]: BatchOnLedger[member] | null }

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
