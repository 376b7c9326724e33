// SPDX-License-Identifier: EUPL-1.2
import type { ColumnType, Generated, Kysely, Selectable } from 'kysely'
import { REFUSAL } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import type { Digest } from '#domain/canonical.ts'
import type { Closing, Counts, Deliberation, DeliberationState, Passkey, Place } from '../../use-cases/deliberation/ports.ts'

/** The tables of migrations/0009_deliberations.sql, 0091_signed_minutes.sql, 0140_diplomas_problem.sql and 0141_seat_endings.sql, and those of people that are read with them. */
export type DeliberationTables = {
  people: { id: string; display_name: string; roles: string[] }
  passkeys: {
    member: Bytes32; person: string; credential: string; x: Bytes32; y: Bytes32
    sign_count: ColumnType<string | number, number, number>; registered_at: Date; retired_at: Date | null
  }
  passkey_challenges: { person: string; challenge: string; expires_at: Date }
  deliberations: {
    id: string; results: string; session: string; academy: string; round: number; state: DeliberationState; digest: Digest
    results_digest: Bytes32; results_salt_sealed: string; session_digest: Bytes32; session_salt_sealed: string; quorum: number
    counts: ColumnType<Counts | null, string | null, string | null>; name: Bytes32 | null; previous: Bytes32 | null; root: Bytes32 | null
    turn: Generated<number>; problem: string | null; diplomas_problem: string | null; opened_by: string; opened_at: Date; closed_at: Date | null
    minutes_sealed: string | null; minutes_digest: Bytes32 | null; minutes_kept_at: Date | null; minutes_signed_at: Date | null
    closing: ColumnType<Closing | null, string | null, string | null>
  }
  deliberation_minutes: { deliberation: string; document_sealed: string }
  deliberation_members: {
    deliberation: string; place: number; person: string; member: Bytes32; seat_until: Date; replaced_by: number | null; replaced_at: Date | null
  }
  seat_endings: { academy: string; member: Bytes32; asked_by: string; asked_at: Date; ends_at: Date | null; ended_at: Date | null }
  deliberation_signatures: {
    deliberation: string; member: Bytes32; root: Bytes32; authenticator_data: string; client_data: string; signature: string; signed_at: Date
  }
}

export type DeliberationDb = Kysely<DeliberationTables>

export const passkeyOf = (row: Selectable<DeliberationTables['passkeys']>): Passkey => ({
  person: row.person, member: row.member, credential: row.credential, point: { x: row.x, y: row.y },
  signCount: Number(row.sign_count), registeredAt: row.registered_at,
})

/** Places with their passkeys, names and signatures. */
export const placeRows = (db: DeliberationDb) => db.selectFrom('deliberation_members as sits')
  .innerJoin('people', 'people.id', 'sits.person').innerJoin('passkeys', 'passkeys.member', 'sits.member')
  .leftJoin('deliberation_signatures as signed', (on) => on.onRef('signed.deliberation', '=', 'sits.deliberation').onRef('signed.member', '=', 'sits.member'))
  .select(['sits.deliberation', 'sits.place', 'sits.person', 'sits.member', 'sits.seat_until', 'sits.replaced_by', 'sits.replaced_at',
    'people.display_name', 'passkeys.credential', 'passkeys.x', 'passkeys.y', 'signed.root', 'signed.signed_at'])

type PlaceRow = Awaited<ReturnType<ReturnType<typeof placeRows>['executeTakeFirstOrThrow']>>

export const placeOf = (row: PlaceRow): Place => ({
  place: row.place, person: row.person, name: row.display_name, member: row.member, credential: row.credential, point: { x: row.x, y: row.y },
  seatUntil: row.seat_until, replacedBy: row.replaced_by, replacedAt: row.replaced_at,
  vote: row.root === null ? null : row.root === REFUSAL ? 'refused' : 'decided', signedAt: row.signed_at,
})

export const deliberationOf = (row: Selectable<DeliberationTables['deliberations']>, places: Place[]): Deliberation => ({
  id: row.id, results: row.results, session: row.session, academy: row.academy, round: row.round, state: row.state, digest: row.digest,
  resultsDigest: row.results_digest, sessionDigest: row.session_digest, quorum: row.quorum, counts: row.counts, name: row.name,
  previous: row.previous, root: row.root, turn: row.turn, problem: row.problem, diplomasProblem: row.diplomas_problem, openedBy: row.opened_by, openedAt: row.opened_at,
  closedAt: row.closed_at, closing: row.closing, minutesSignedAt: row.minutes_signed_at, minutesDigest: row.minutes_digest, minutesKeptAt: row.minutes_kept_at, places,
})
