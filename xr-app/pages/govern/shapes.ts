// SPDX-License-Identifier: EUPL-1.2
import type { StatusAct, StatusReason, StatusState } from '#domain/credential/status.ts'
import type { Text } from '#domain/text.ts'

/** What the service answers here, as /api/docs says it. */
type Who = { name: string; me: boolean }

export type Act = {
  id: string
  act: StatusAct
  reason: StatusReason
  proposedBy: Who
  proposedAt: string
  decision: { taken: 'confirmed' | 'set-aside'; by: Who; at: string } | null
}

export type Credential = {
  id: string
  kind: 'competence' | 'diploma'
  title: Text
  holder: string
  school: string
  /** Of a diploma, what tells its holder from another of the same name. */
  told: { birthDate: string; birthPlace: string; schooledAt: string } | null
  issuedAt: string
  state: StatusState
  suspendable: boolean
  mayConfirm: boolean
  /** Of a diploma: whether another was issued from the corrected line. */
  corrected: boolean
  replacedBy: string | null
  replaces: string | null
  duplicates: number
}

/** A credential and its whole history, oldest first. */
export type File = { credential: Credential; history: Act[] }

export type WaitingAct = Act & { credential: Credential }
