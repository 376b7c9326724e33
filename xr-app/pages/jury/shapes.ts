// SPDX-License-Identifier: EUPL-1.2
// What the service answers about juries (/api/docs, "juries").
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'

export type Passkey = { member: string; registeredAt: string }
export type Juror = { person: string; name: string; hasPasskey: boolean }
export type Seat = { member: string; person: string; name: string; until: string; sits: boolean; endingSince: string | null }
export type Vote = 'decided' | 'refused'
export type Place = { place: number; person: string; name: string; member: string; replacedBy: string | null; vote: Vote | null; signedAt: string | null }
export type Counts = { admitted: number; refused: number; mentions: Record<'none' | 'assez-bien' | 'bien' | 'tres-bien', number> }
export type Deliberation = {
  id: string
  results: string
  session: string
  academy: string
  round: number
  /** The round before was refused; otherwise one was decided, and this is over what was confirmed since. */
  afterRefusal: boolean
  state: 'opening' | 'open' | 'decided' | 'refused'
  digest: string
  quorum: number
  counts: Counts | null
  name: string | null
  root: string | null
  problem: string | null
  openedAt: string
  closedAt: string | null
  minutes: boolean
  /** They are a signed document, beside their data. */
  signedMinutes: boolean
  places: Place[]
}
export type Creation = PublicKeyCredentialCreationOptionsJSON
export type Request = PublicKeyCredentialRequestOptionsJSON
export type Sitting = { deliberation: Deliberation; ask: Record<Vote, Request | null> }

const SECONDS = 1_000
/** How often to look again: not once all is done. */
export const lookAgain = ({ state, minutes }: Deliberation) => (minutes ? null : (state === 'open' ? 3 : 2) * SECONDS)
/** Those who sit: the absent have given up their place. */
export const sittingNow = ({ places }: Deliberation) => places.filter(({ replacedBy }) => replacedBy === null)
