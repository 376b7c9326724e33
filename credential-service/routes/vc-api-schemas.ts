// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ServiceError } from '../use-cases/errors.ts'

// What is signed and verified is looked at by the data model itself, which says more than a schema can: here only the
// envelope of the request is checked.
const Document = Type.Unknown({ description: 'A credential or a presentation (W3C VC Data Model 1.1 or 2.0)' })
const Name = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9-]+$' })
const Pointers = Type.Array(Type.String({ maxLength: 512 }), { maxItems: 256, description: 'JSON pointers (RFC 6901)' })
const Word = Type.String({ maxLength: 2048 })
const closed = { additionalProperties: false } as const

export const ByIssuer = Type.Object({ issuer: Name })
export const ByList = Type.Object({ list: Name })

const AnyProof = {
  type: Type.Optional(Type.Literal('DataIntegrityProof')),
  created: Type.Optional(Word),
  verificationMethod: Type.Optional(Word),
  challenge: Type.Optional(Word),
  domain: Type.Optional(Word),
}

export const IssueOptions = Type.Object({
  ...AnyProof,
  cryptosuite: Type.Optional(Name),
  mandatoryPointers: Type.Optional(Pointers),
  credentialId: Type.Optional(Word),
  credentialStatus: Type.Optional(Type.Unknown({ description: 'BitstringStatusListEntry objects without a place, one for each purpose' })),
  proofId: Type.Optional(Word),
  proofPurpose: Type.Optional(Type.Literal('assertionMethod')),
  previousProof: Type.Optional(Type.Union([Word, Type.Array(Word, { minItems: 1, maxItems: 16 })])),
}, closed)
export const Issue = Type.Object({ credential: Document, options: Type.Optional(IssueOptions) })

export const DeriveOptions = Type.Object({ selectivePointers: Type.Optional(Pointers) }, closed)
export const Derive = Type.Object({ verifiableCredential: Document, options: Type.Optional(DeriveOptions) })

const AnyVerifying = {
  checks: Type.Optional(Type.Array(Word, { maxItems: 16, description: '`proof`, `credentialStatus`; all of it when left out' })),
  expectedProofPurpose: Type.Optional(Word),
  domain: Type.Optional(Word),
  challenge: Type.Optional(Word),
  returnProblemDetails: Type.Optional(Type.Boolean()),
}

export const VerifyOptions = Type.Object({
  ...AnyVerifying, returnCredential: Type.Optional(Type.Boolean()), returnResults: Type.Optional(Type.Boolean()),
}, closed)
export const Verify = Type.Object({ verifiableCredential: Document, options: Type.Optional(VerifyOptions) })

export const VerifyPresentationOptions = Type.Object({ ...AnyVerifying, returnPresentation: Type.Optional(Type.Boolean()) }, closed)
export const VerifyPresentation = Type.Object({
  verifiablePresentation: Type.Optional(Document),
  presentation: Type.Optional(Document),
  options: Type.Optional(VerifyPresentationOptions),
})

export const ProveOptions = Type.Object({
  ...AnyProof, proofPurpose: Type.Optional(Type.Union([Type.Literal('authentication'), Type.Literal('assertionMethod')])),
}, closed)
export const Prove = Type.Object({ presentation: Document, options: Type.Optional(ProveOptions) })

export const StatusChange = Type.Object({
  credentialId: Word,
  credentialStatus: Type.Unknown(),
  status: Type.Optional(Type.Unknown()),
})

/**
 * Refuses a request with an option that its call does not know (VCALM 1.0 §2.4), before anything else is said of it.
 * Refuses ERR_OPTION_UNKNOWN.
 */
export const onlyKnown = ({ properties }: { properties: object }) => async ({ body }: FastifyRequest): Promise<void> => {
  const { options } = (body ?? {}) as { options?: unknown }
  if (typeof options !== 'object' || options === null) return
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(properties, name))
  if (unknown !== undefined) throw new ServiceError('ERR_OPTION_UNKNOWN', { option: unknown.slice(0, 64) })
}
