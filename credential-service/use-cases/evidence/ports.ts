// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import type { Results } from '#domain/assessment/index.ts'
import type { Mode, RecordingHead } from '#domain/evidence/recording.ts'
import type { Scenario } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import type { IssuingOrder } from '../issuing/ports.ts'
import type { Session } from '../sessions/ports.ts'

/** Who asks, as far as evidence is concerned. */
export type Actor = { id: string; school: string | null }

export type AttemptStatus = 'open' | 'assessed' | 'validated' | 'refused'
/** What a person is told: validated becomes issued once the credential is signed. */
export type ShownStatus = AttemptStatus | 'issued'

/** One learner, one scenario, one go. The head never changes. */
export type Attempt = {
  id: string
  person: string
  school: string | null
  /** The teacher's session it was made in, when there was one. */
  session: string | null
  head: RecordingHead
  status: AttemptStatus
  startedAt: Date
  finishedAt: Date | null
}

/** A chunk as acknowledged: never changed afterwards. */
export type ReceivedChunk = { sequence: number; previous: Digest; digest: Digest; actions: Action[]; receivedAt: Date }

/** Closed list of why a teacher refuses; free text could carry personal data. */
export const refusalReasons = ['not-observed', 'not-the-learner', 'helped', 'interrupted', 'safety', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]

export type Decision = {
  decision: 'validated' | 'refused'
  reason: RefusalReason | null
  decidedAt: Date
  decidedBy: string
}

/** What may be written about an attempt; each is written in the transaction that looked at it. */
export type Write =
  | { kind: 'chunk'; chunk: ReceivedChunk }
  | { kind: 'assessed'; finishedAt: Date; results: Results }
  | { kind: 'decision'; decision: Decision; order: IssuingOrder<Results> | null }

/** An attempt locked for one decision, with what was acknowledged, its results and the teacher's decision. */
export type AttemptFile = {
  attempt: Attempt
  /** The teacher's session it was made in, when there was one. */
  session: Pick<Session, 'openedAt' | 'closedAt'> | null
  chunks: readonly ReceivedChunk[]
  results: Results | null
  decision: Decision | null
  /** Id of the signed credential made from it, once there is one. */
  credential: string | null
}

/** An attempt in a list. `acquired`, the counts and `eliminated` are null until it is assessed. */
export type AttemptLine = {
  id: string
  scenario: string
  mode: Mode
  assurance: RecordingHead['assurance']
  status: ShownStatus
  startedAt: Date
  finishedAt: Date | null
  acquired: boolean | null
  criteriaMet: number | null
  criteriaTotal: number | null
  /** How many eliminatory criteria were not met. */
  eliminated: number | null
}

/** A line of the teacher's lists: with whose it is, and what else the teacher should know before deciding. */
export type TeacherLine = AttemptLine & {
  learner: { displayName: string }
  /** How many other assessed goes at the scenario the same learner left unfinished, before or after. */
  unfinishedOthers: number
  /** See domain/evidence. */
  longestSilenceMs: number
}

/** At most this many lines in a list. */
export const mostLines = 200

export type EvidenceStore = {
  /** Keeps a new attempt, and the scenario text it is played with (once per digest). */
  create(attempt: Attempt, scenarioText: string): Promise<void>
  /** Everything about one attempt, or null. */
  read(id: string): Promise<AttemptFile | null>
  /** Locks the attempt, lets `decide` look, and writes what it answers: all or nothing. Null when unknown. */
  change<T>(id: string, decide: (file: AttemptFile) => { answer: T; writes: Write[] }): Promise<T | null>
  attemptOfNonce(nonce: string): Promise<string | null>
  /** How many attempts one person began since then and has not finished. */
  openAttempts(person: string, since: Date): Promise<number>
  /** One person's last attempts (`mostLines`), newest first. */
  linesOf(person: string): Promise<AttemptLine[]>
  /**
   * Assessed-mode attempts of one school in one status, except those of one person: the oldest (`mostLines`) first;
   * of the open ones, the newest first.
   */
  linesOfSchool(school: string, status: AttemptStatus, except: string): Promise<TeacherLine[]>
  displayNameOf(person: string): Promise<string>
  scenarioText(digest: Digest): Promise<string | null>
}

/** A scenario ready to be replayed and judged. `text` is the canonical JSON its digest is made of. */
export type Playable = { digest: Digest; scenario: Scenario; text: string }

export type ScenarioLibrary = {
  /** The version offered today, or null. */
  current(id: string): Promise<Playable | null>
  /** The version an attempt began with, whatever the file says today; null when it was never kept. */
  version(digest: Digest): Promise<Playable | null>
  /** Every scenario offered today. */
  all(): Promise<Playable[]>
}

/** Time and chance, made at the edge. */
export type Clock = { now(): Date }
export type Chance = {
  id(): string
  /** A whole number from 0 to 2³¹ − 1: it chooses the variant. */
  seed(): number
  /** 32 hexadecimal digits. */
  nonce(): string
  /** Six decimal digits: short enough to be said aloud and typed on a phone. */
  sessionCode(): string
}
