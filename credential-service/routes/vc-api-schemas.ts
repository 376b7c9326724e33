// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox'

// What is signed and verified is looked at by the data model itself, which says more than a schema can: here only the
// envelope of the request is checked. Options that we do not know are left aside, as the VC API asks.
const Document = Type.Unknown({ description: 'A credential or a presentation (W3C VC Data Model 1.1 or 2.0)' })
const Name = Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z0-9-]+$' })
const Pointers = Type.Array(Type.String({ maxLength: 512 }), { maxItems: 256 })
const Word = Type.String({ maxLength: 2048 })

export const ByIssuer = Type.Object({ issuer: Name })
export const ByList = Type.Object({ list: Name })

export const Issue = Type.Object({
  credential: Document,
  options: Type.Optional(Type.Object({
    cryptosuite: Type.Optional(Name),
    mandatoryPointers: Type.Optional(Pointers),
    credentialStatus: Type.Optional(Type.Unknown()),
    proofId: Type.Optional(Word),
    previousProof: Type.Optional(Type.Union([Word, Type.Array(Word, { minItems: 1, maxItems: 16 })])),
  })),
})

export const Derive = Type.Object({
  verifiableCredential: Document,
  options: Type.Optional(Type.Object({ selectivePointers: Type.Optional(Pointers) })),
})

const VerifyOptions = Type.Optional(Type.Object({
  checks: Type.Optional(Type.Array(Word, { maxItems: 16 })),
  expectedProofPurpose: Type.Optional(Word),
  domain: Type.Optional(Word),
  challenge: Type.Optional(Word),
}))

export const Verify = Type.Object({ verifiableCredential: Document, options: VerifyOptions })

export const VerifyPresentation = Type.Object({
  verifiablePresentation: Type.Optional(Document),
  presentation: Type.Optional(Document),
  options: VerifyOptions,
})

export const Prove = Type.Object({
  presentation: Document,
  options: Type.Optional(Type.Object({ challenge: Type.Optional(Word), domain: Type.Optional(Word) })),
})

export const StatusChange = Type.Object({
  credentialId: Word,
  credentialStatus: Type.Unknown(),
  status: Type.Optional(Type.Unknown()),
})
