// SPDX-License-Identifier: EUPL-1.2
import type { Bytes32, PasskeyPoint } from '#domain/anchoring/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Closing, MinutesSigner, WrittenMinutes } from './minutes.ts'

/** The passkey of a jury's member. `member` is what the ledger calls it. */
export type Passkey = {
  person: string
  member: Bytes32
  /** As the authenticator names it, in base64url. */
  credential: string
  point: PasskeyPoint
  signCount: number
  registeredAt: Date
}

/** Someone who may be named; `passkey` null until they registered one. */
export type Juror = { person: string; name: string; passkey: Passkey | null }

/** What of a session's results the members read before they sign. */
export type Counts = { admitted: number; refused: number; mentions: { none: number; 'assez-bien': number; bien: number; 'tres-bien': number } }

export type Vote = 'decided' | 'refused'

/** A place at the table. Who gave it up stays written. */
export type Place = {
  place: number
  person: string
  name: string
  member: Bytes32
  credential: string
  point: PasskeyPoint
  seatUntil: Date
  /** The place of who sits instead. */
  replacedBy: number | null
  /** Since when the ledger knows of it. */
  replacedAt: Date | null
  vote: Vote | null
  signedAt: Date | null
}

/** What a member's authenticator gave, in base64url. */
export type KeptSignature = { member: Bytes32; root: Bytes32; authenticatorData: string; clientData: string; signature: string; signedAt: Date }

export type DeliberationState = 'opening' | 'open' | 'decided' | 'refused'

export type Deliberation = {
  id: string
  results: string
  /** YYYY-MM. */
  session: string
  /** Its name, which its ledger account is made under. */
  academy: string
  round: number
  state: DeliberationState
  /** The digest of the results as they stood when it was opened. */
  digest: Digest
  /** The same, and the session's name, salted, as the ledger has them. */
  resultsDigest: Bytes32
  sessionDigest: Bytes32
  quorum: number
  /** Null until they are counted. */
  counts: Counts | null
  /** As the ledger names it; null until then. */
  name: Bytes32 | null
  /** The round before, as the ledger names it. */
  previous: Bytes32 | null
  /** Commits to every diploma; null until all are made. */
  root: Bytes32 | null
  turn: number
  /** What the ledger refused; null when nothing. */
  problem: string | null
  /** What stopped the making or the anchoring of its diplomas; null when nothing. */
  diplomasProblem: string | null
  openedBy: string
  openedAt: Date
  closedAt: Date | null
  /** Null while it is open. */
  closing: Closing | null
  /** Since when its minutes are a signed document; null too for minutes of before, which are data alone. */
  minutesSignedAt: Date | null
  minutesDigest: Bytes32 | null
  minutesKeptAt: Date | null
  places: Place[]
}

export type NewDeliberation = Pick<
  Deliberation, 'id' | 'results' | 'session' | 'academy' | 'round' | 'digest' | 'resultsDigest' | 'sessionDigest' | 'quorum' | 'previous' | 'openedBy' | 'openedAt'
> & { resultsSalt: Bytes32; sessionSalt: Bytes32; passkeys: Passkey[]; seatUntil: Date }

/** What a browser sends of a passkey, as WebAuthn writes it in JSON (level 3, section 5.1). */
export type PasskeyJson = { id: string; rawId: string; type: string; response: Record<string, unknown>; clientExtensionResults: Record<string, unknown> }

/** Passkeys as WebAuthn has them. */
export type Authenticators = {
  /** What a browser needs to make one, and the challenge in it. */
  creation(person: { id: string; name: string }, known: readonly string[]): Promise<{ options: object; challenge: string }>
  /** Refuses ERR_PASSKEY_INVALID. */
  readCreation(made: PasskeyJson, challenge: string): Promise<Pick<Passkey, 'member' | 'credential' | 'point' | 'signCount'>>
  /** What a browser needs to have this one sign. */
  request(credential: string, challenge: string): object
  /** Refuses ERR_ASSERTION_INVALID unless this passkey signed this challenge, here, its person verified. */
  checkAnswer(answer: PasskeyJson, challenge: string, passkey: Pick<Passkey, 'credential' | 'point' | 'signCount'>): Promise<{ signCount: number }>
}

/** A seat that an academy gave, not over yet. */
export type Seat = {
  member: Bytes32
  person: string
  name: string
  until: Date
  /** Whether they have a place in a deliberation under way. */
  sits: boolean
  /** When its end was asked for; null when it was not. */
  endingSince: Date | null
}
/** An end that the ledger does not know yet. */
export type SeatEnding = { academy: string; member: Bytes32; endsAt: Date | null }

export type DeliberationStore = {
  /** Seats of an academy, by its name, that are not over at this moment, by the names of who holds them. */
  seats(academy: string, now: Date): Promise<Seat[]>
  /** False when it is asked for already. */
  askSeatEnding(ending: { academy: string; member: Bytes32; by: string; at: Date }): Promise<boolean>
  seatEndings(): Promise<SeatEnding[]>
  keepSeatEndsAt(ending: SeatEnding, at: Date): Promise<void>
  keepSeatEnded(ending: SeatEnding, at: Date): Promise<void>
  isSeatEnding(academy: string, member: Bytes32): Promise<boolean>

  passkeyOf(person: string): Promise<Passkey | null>
  passkeyNamed(member: Bytes32): Promise<Passkey | null>
  /** Puts it in the place of the one before; false when it is someone's already. */
  keepPasskey(passkey: Passkey): Promise<boolean>
  keepSignCount(member: Bytes32, count: number): Promise<void>
  keepChallenge(person: string, challenge: string, expiresAt: Date): Promise<void>
  /** Once: it is gone afterwards. */
  takeChallenge(person: string, now: Date): Promise<string | null>
  jurors(): Promise<Juror[]>

  /** False when the session has one that was not refused. */
  open(deliberation: NewDeliberation): Promise<boolean>
  sessionSalt(id: string): Promise<Bytes32>
  deliberation(id: string): Promise<Deliberation | null>
  /** The rounds of a session, last first. */
  roundsOf(results: string): Promise<Deliberation[]>
  /** Those of an academy, by its name, last opened first. */
  ofAcademy(name: string): Promise<Deliberation[]>
  /** Those in which this person has or had a place. */
  of(person: string): Promise<Deliberation[]>
  /** Those of which something is still to be brought to the ledger. */
  underWay(): Promise<Deliberation[]>
  keepCounts(id: string, counts: Counts): Promise<void>
  keepOpened(id: string, name: Bytes32): Promise<void>
  keepRoot(id: string, root: Bytes32): Promise<void>
  /** False when the place signed already, or the deliberation is closed. */
  sign(id: string, signature: KeptSignature): Promise<boolean>
  signatures(id: string): Promise<KeptSignature[]>
  /** False when `absent` does not sit, or `substitute` was named before. */
  replace(id: string, absent: number, substitute: Passkey, seatUntil: Date): Promise<boolean>
  keepReplaced(id: string, absent: number, at: Date): Promise<void>
  keepClosed(id: string, outcome: Vote, at: Date, closing: Closing): Promise<void>
  nextTurn(id: string): Promise<void>
  keepProblem(id: string, problem: string | null): Promise<void>
  keepDiplomasProblem(id: string, problem: string | null): Promise<void>
  /** Once: minutes that are kept stay as they are. */
  keepMinutes(id: string, minutes: WrittenMinutes): Promise<void>
  keepMinutesKept(id: string, at: Date): Promise<void>
  minutes(id: string): Promise<string | null>
  signedMinutes(id: string): Promise<Uint8Array | null>
}

/** The diplomas of a deliberation, signed and kept back until it is decided. */
export type KeptDiplomas = {
  /**
   * Makes those that are not made yet, and has those anchored that may be; after `until` nothing more is begun, so that
   * a long session is made in many turns. Says whether more could be made at once.
   */
  bring(deliberation: Deliberation, academyCode: string, until: Date): Promise<boolean>
  /** `root` commits to all; null until all are made. */
  standing(deliberation: string): Promise<{ root: Bytes32 | null; anchored: boolean }>
  /** The ledger has the decision, under this name: they may be anchored. */
  decided(deliberation: string, name: Bytes32): Promise<void>
}

/** Who signs for an academy; null until it stands on the ledger. Refuses ERR_FORM_UNAVAILABLE when it has no P-256 key. */
export type AcademySigner = (code: string, name: string) => Promise<MinutesSigner | null>
