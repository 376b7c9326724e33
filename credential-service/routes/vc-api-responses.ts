// SPDX-License-Identifier: EUPL-1.2
// What /vc-api answers, as its OpenAPI description tells it; and one example of each request.
import { Type, type TSchema } from 'typebox'
import { Problem } from '../problems.ts'

const Document = Type.Object({}, { additionalProperties: true, description: 'A secured JSON-LD document' })
const { type, title, status, detail, code, values } = Problem.properties

/** One reason, as the data model asks for it (RFC 9457), with the rule of ours and the place (a JSON pointer). */
const Reason = Type.Object({
  type: Type.String({ description: 'The type that the W3C gives the error' }),
  title: Type.String(), detail: Type.String(), rule: Type.String(), at: Type.String(),
})
const Reasons = Type.Array(Reason)
const Tried = Type.Object({ verified: Type.Boolean(), input: Type.Unknown() })
const Result = Type.Object({
  proof: Type.Array(Tried),
  credentialStatus: Type.Optional(Type.Array(Tried)),
  validFrom: Type.Optional(Tried),
  validUntil: Type.Optional(Tried),
}, { description: 'With `returnResults`: what was found of each part' })

const Verified = Type.Object({
  verified: Type.Literal(true),
  checks: Type.Array(Type.String(), { description: 'What was checked: `proof`, `credentialStatus`' }),
  warnings: Type.Optional(Reasons), errors: Type.Optional(Reasons), problemDetails: Type.Optional(Reasons),
  credential: Type.Optional(Type.Unknown({ description: 'With `returnCredential`: what was verified' })),
  verifiablePresentation: Type.Optional(Type.Unknown({ description: 'With `returnPresentation`: what was verified' })),
  results: Type.Optional(Result),
})
const NotVerified = Type.Object({
  type, title, status, detail, code, values,
  verified: Type.Optional(Type.Literal(false)),
  checks: Type.Optional(Type.Array(Type.Object({ check: Type.Array(Type.String()) }))),
  warnings: Type.Optional(Reasons), errors: Type.Optional(Reasons), problemDetails: Type.Optional(Reasons),
  results: Type.Optional(Result),
}, { description: 'A problem document; with every reason when the document was read and is not verified' })

const BareProblem = Type.Object({ type, title, status, detail, code, values })

const json = (description: string, schema: TSchema, media = 'application/json') => ({ description, content: { [media]: { schema } } })
const problem = (description: string, schema: TSchema = BareProblem) => json(description, schema, 'application/problem+json')

const limits = {
  400: problem('The request is malformed, or has an option that is not known'),
  429: problem('Too many requests, or too much work, within a minute; Retry-After says how long to wait'),
  503: problem('Too many documents wait to be read; Retry-After says how long to wait'),
}
const sandbox = { ...limits, 403: problem('The sandbox issuer is closed') }
const unreadable = { 422: problem('The document does not conform, or takes too long to read; `values.rule` and `values.at` say where') }

export const responses = {
  issue: { 201: json('The credential, secured', Type.Object({ verifiableCredential: Document })), ...sandbox, 404: problem('No such sandbox issuer'), ...unreadable },
  derive: { 201: json('The derived credential', Type.Object({ verifiableCredential: Document })), ...limits, ...unreadable },
  prove: { 201: json('The presentation, secured', Type.Object({ verifiablePresentation: Document })), ...sandbox, ...unreadable },
  verify: { 200: json('The document is verified', Verified), ...limits, 400: problem('The document is not verified, or the request is malformed', NotVerified), ...unreadable },
  status: { 200: json('The status is changed', Type.Object({})), ...sandbox, 404: problem('The sandbox issued no such credential'), 422: problem('The entry cannot be read') },
  list: {
    200: { description: 'The signed status list', content: { 'application/vc': { schema: Document }, 'application/ld+json': { schema: Document } } },
    403: sandbox[403], 404: problem('No such list'), 429: limits[429],
  },
  publish: { 204: { type: 'null', description: 'Lists are made when they are read: nothing to do' }, 403: sandbox[403], 404: problem('No such list'), 429: limits[429] },
  manifest: { 200: json('An entry of a suite’s list of implementations', Type.Object({ name: Type.String() }, { additionalProperties: true })), 403: sandbox[403], 429: limits[429] },
}
