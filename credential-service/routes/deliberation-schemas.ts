// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { Counts, Deliberation, Juror, Passkey, Place, Seat } from '../use-cases/deliberation/index.ts'
import { DigestText, MaybeMoment, Moment } from './attempt-schemas.ts'

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
export const Hex32 = Type.String({ pattern: '^0x[0-9a-f]{64}$' })

export const PersonId = Type.String({ format: 'uuid' })
export const VoteText = Type.Enum(['decided', 'refused'])
const Base64Url = Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength: 16_384 })
/** As browsers write it (WebAuthn level 3, section 5.1); what is not read here is left out. */
export const PasskeyJsonBody = Type.Object({
  id: Base64Url, rawId: Base64Url, type: Type.Literal('public-key'),
  response: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()),
  clientExtensionResults: Type.Record(Type.String({ maxLength: 64 }), Type.Unknown()),
  authenticatorAttachment: Type.Optional(Type.Unknown()),
})
/** What a browser is asked: WebAuthn's own JSON, passed through as it is. */
export const BrowserOptions = Type.Object({}, { additionalProperties: true })

export const PasskeyBody = Type.Object({ member: Hex32, registeredAt: Moment })
export const JurorBody = Type.Object({ person: Type.String(), name: Type.String(), hasPasskey: Type.Boolean() })
export const SeatBody = Type.Object({
  member: Hex32, person: Type.String(), name: Type.String(), until: Moment, sits: Type.Boolean(), endingSince: MaybeMoment,
})
export const CountsBody = Type.Object({
  admitted: Count, refused: Count, mentions: Type.Object({ none: Count, 'assez-bien': Count, bien: Count, 'tres-bien': Count }),
})
const PlaceBody = Type.Object({
  place: Count, person: Type.String(), name: Type.String(), member: Hex32, replacedBy: orNull(Type.String()), vote: orNull(VoteText), signedAt: MaybeMoment,
})
export const DeliberationBody = Type.Object({
  id: Type.String(), results: Type.String(), session: Type.String(), academy: Type.String(), round: Type.Integer(), afterRefusal: Type.Boolean(),
  state: Type.Enum(['opening', 'open', 'decided', 'refused']), digest: DigestText, quorum: Type.Integer(), counts: orNull(CountsBody),
  name: orNull(Hex32), root: orNull(Hex32), problem: orNull(Type.String()), openedAt: Moment, closedAt: MaybeMoment, minutes: Type.Boolean(),
  signedMinutes: Type.Boolean(),
  places: Type.Array(PlaceBody),
})

export const passkeyBody = ({ member, registeredAt }: Passkey) => ({ member, registeredAt: registeredAt.toISOString() })
export const jurorBody = ({ person, name, passkey }: Juror) => ({ person, name, hasPasskey: passkey !== null })

export const seatBody = ({ member, person, name, until, sits, endingSince }: Seat) => (
  { member, person, name, until: until.toISOString(), sits, endingSince: endingSince?.toISOString() ?? null })

const placeBody = ({ place, person, name, member, replacedBy, vote, signedAt }: Place, all: Place[]) => ({
  place, person, name, member, replacedBy: all.find((one) => one.place === replacedBy)?.name ?? null, vote, signedAt: signedAt?.toISOString() ?? null,
})

/** What both an officer and a member see of a deliberation. */
export const deliberationBody = ({ id, results, session, academy, round, previous, state, digest, quorum, counts, name, root, problem, diplomasProblem, openedAt, closedAt, minutesKeptAt, minutesSignedAt, places }: Deliberation) => ({
  id, results, session, academy, round, afterRefusal: previous !== null, state, digest, quorum, counts: counts as Counts | null, name, root, problem: problem ?? diplomasProblem,
  openedAt: openedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null, minutes: minutesKeptAt !== null,
  signedMinutes: minutesKeptAt !== null && minutesSignedAt !== null, places: places.map((one) => placeBody(one, places)),
})
