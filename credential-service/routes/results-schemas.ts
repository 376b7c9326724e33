// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'
import type { FaultCount, ResultsFile, ResultsSession, SessionLine } from '../use-cases/results/ports.ts'
import { faultCodes } from '#domain/credential/diploma/index.ts'
import { DigestText, MaybeMoment, Moment } from './attempt-schemas.ts'

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()])

export const SessionMonth = Type.String({ pattern: '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$', description: 'YYYY-MM' })
export const AcademyCode = Type.String({ pattern: '^[0-9]{2}$' })
export const Kind = Type.Enum(['results', 'additions', 'corrections'])
export const IdPath = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const FaultCodeText = Type.Enum([...faultCodes])
const Count = Type.Integer({ minimum: 0 })

export const SessionBody = Type.Object({
  id: Type.String(), session: Type.String(), academy: Type.Object({ code: Type.String(), name: Type.String() }), openedAt: Moment,
})
export const SessionLineBody = Type.Intersect([SessionBody, Type.Object({
  files: Count, confirmed: Count, digest: orNull(DigestText),
})])
export const FileBody = Type.Object({
  id: Type.String(), name: orNull(Type.String()), kind: Kind, state: Type.Enum(['checked', 'confirmed', 'discarded']), format: Type.Enum(['csv', 'ndjson']),
  encoding: Type.String(), separator: orNull(Type.String()), bytes: Count, lines: Count, emptyLines: Count,
  sound: Count, admitted: Count, faulty: Count, digest: DigestText, uploadedAt: Moment, confirmedAt: MaybeMoment,
  resultsDigest: orNull(DigestText),
})
export const CountBody = Type.Object({
  code: FaultCodeText, column: orNull(Type.String()), count: Count, lines: Type.Array(Type.Integer(), { description: 'The first of them' }),
})
export const FaultBody = Type.Object({ line: Type.Integer(), code: FaultCodeText, column: orNull(Type.String()) })

type Named = { academyName: (code: string) => string }

export const sessionBody = ({ id, session, academy, openedAt }: ResultsSession, { academyName }: Named) =>
  ({ id, session, academy: { code: academy, name: academyName(academy) }, openedAt: openedAt.toISOString() })

export const sessionLineBody = (line: SessionLine, named: Named) =>
  ({ ...sessionBody(line, named), files: line.files, confirmed: line.confirmed, digest: line.digest })

export const fileBody = ({ results: _, uploadedAt, confirmedAt, ...file }: ResultsFile) =>
  ({ ...file, uploadedAt: uploadedAt.toISOString(), confirmedAt: confirmedAt?.toISOString() ?? null })

export const countBody = ({ code, cell, count, lines }: FaultCount) => ({ code, column: cell || null, count, lines })
