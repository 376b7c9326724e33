// SPDX-License-Identifier: EUPL-1.2
import type { StatusAct, StatusReason, StatusState } from '#domain/credential/index.ts'
import type { Text } from '#domain/text.ts'

/** Who governs credentials, and of which schools: a head of their own, an officer of those of their academy. */
export type Officer = { id: string; school: string | null; academy: string | null }

export type ActDecision = 'confirmed' | 'set-aside'

/** What one person proposed about a credential, and what another decided. */
export type Act = {
  id: string
  act: StatusAct
  reason: StatusReason
  proposedBy: { id: string; name: string }
  proposedAt: Date
  decision: { taken: ActDecision; by: { id: string; name: string }; at: Date } | null
}

/** A credential as those who govern it see it. */
export type GovernedCredential = {
  /** Its id in the store, the last part of its urn. */
  id: string
  recordKey: string
  kind: 'competence' | 'diploma'
  title: Text
  holder: string
  school: string
  /** Of a diploma, what tells its holder from another of the same name; null for a competence. */
  told: { birthDate: string; birthPlace: string; schooledAt: string } | null
  issuedAt: Date
  state: StatusState
  /** Whether it names a list where a suspension can be said. */
  suspendable: boolean
  /** Whether this officer may be the second person: a diploma is the academy's act, and one of its officers confirms. */
  mayConfirm: boolean
  /** The credential that replaced it, once an act did; and the one it replaced. */
  replacedBy: string | null
  replaces: string | null
  /** Of a diploma: whether another was issued from the line that corrects its own, and may take its place. */
  corrected: boolean
  /** How many times it was handed over again. */
  duplicates: number
}

export type WaitingAct = Act & { credential: GovernedCredential }
export type NewAct = { id: string; act: StatusAct; reason: StatusReason; proposedBy: string; proposedAt: Date }

/** What an officer has in hand of a diploma: its line in the results of a session, or whose it is. */
export type DiplomaSearch = { session: string } & ({ line: string } | { familyName: string; birthDate: string })

export type StatusActStore = {
  /** Null when there is none of this id, or when it is not the officer's to govern. */
  find(officer: Officer, credential: string): Promise<GovernedCredential | null>
  /** Diplomas of a decided session (YYYY-MM) that the officer governs; a few at most. */
  search(officer: Officer, wanted: DiplomaSearch): Promise<GovernedCredential[]>
  /** Every act about it, oldest first. */
  historyOf(recordKey: string): Promise<Act[]>
  /** One act with its credential; null when there is none, or it is not the officer's to see. */
  act(officer: Officer, id: string): Promise<WaitingAct | null>
  /** What waits for a second person, oldest first. */
  waiting(officer: Officer): Promise<WaitingAct[]>
  /** False when an act about this credential waits already. */
  propose(recordKey: string, act: NewAct): Promise<boolean>
  /**
   * Decides one act in one transaction with the credential's place: `rule` sees both as they stand, locked, and says
   * where the credential stands afterwards, or null to leave it; a correction also sees to the one that replaces it. What
   * it throws leaves everything as it was.
   * @returns false when there is no such act, or it is not the officer's to see
   */
  decide(officer: Officer, act: string, decision: { taken: ActDecision; at: Date }, rule: (waiting: WaitingAct) => StatusState | null): Promise<boolean>
}

export type StatusNeeds = {
  acts: StatusActStore
  /** The file of a credential as its holder had it. Refuses ERR_CREDENTIAL_NOT_READY. */
  fileOf(credential: Pick<GovernedCredential, 'id' | 'kind'>): Promise<string>
  edge: { now(): Date; uuid(): string }
}
