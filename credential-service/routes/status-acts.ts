// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { statusActs, statusReasons, statusStates } from '#domain/credential/index.ts'
import type { StatusReason } from '#domain/credential/index.ts'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { Act, GovernedCredential, Officer, StatusUseCases } from '../use-cases/status/index.ts'

const tags = ['status']
const access = 'govern-credentials'
/** A person at work, not a machine that goes through names. */
const SEARCHES = 30
const CredentialId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })
const ActKind = Type.Enum([...statusActs])
const Reason = Type.Enum(Object.keys(statusReasons) as StatusReason[])
const Decision = Type.Enum(['confirmed', 'set-aside'])
const Moment = Type.String({ format: 'date-time' })
const Who = Type.Object({ name: Type.String(), me: Type.Boolean() })
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const ActBody = Type.Object({
  id: Type.String(), act: ActKind, reason: Reason, proposedBy: Who, proposedAt: Moment,
  decision: Type.Union([Type.Object({ taken: Decision, by: Who, at: Moment }), Type.Null()]),
})
const SearchBody = Type.Union([
  Type.Object({ session: Month, line: Type.String({ pattern: '^(\\d{1,4}:)?\\d{1,9}$' }) }, { additionalProperties: false }),
  Type.Object({ session: Month, familyName: Type.String({ minLength: 1, maxLength: 200 }), birthDate: Type.String({ format: 'date' }) }, { additionalProperties: false }),
])
const Credential = Type.Object({
  id: Type.String(), kind: Type.Enum(['competence', 'diploma']), title: Type.Object({ fr: Type.String(), en: Type.String() }), holder: Type.String(), school: Type.String(),
  told: Type.Union([Type.Object({ birthDate: Type.String(), birthPlace: Type.String(), schooledAt: Type.String() }), Type.Null()]),
  issuedAt: Moment, state: Type.Enum([...statusStates]), suspendable: Type.Boolean(), mayConfirm: Type.Boolean(), corrected: Type.Boolean(),
  replacedBy: Type.Union([Type.String(), Type.Null()]), replaces: Type.Union([Type.String(), Type.Null()]), duplicates: Type.Integer(),
})

// The name tells the file from others and says nothing of its holder.
const fileNames = { competence: 'attestation', diploma: 'diplome' } as const

/** Revoking, suspending, restoring, correcting, handing over again: one authorised person proposes, another decides. */
export const statusActRoutes = (useCases: StatusUseCases): FastifyPluginAsyncTypebox => async app => {
  // Asked by POST: an id of a credential has no place in an address, which logs and histories keep.
  app.post('/api/credentials/find', {
    config: { access },
    schema: {
      tags, summary: 'A credential of my schools, where it stands and its history', body: Type.Object({ credential: CredentialId }),
      response: { 200: Type.Object({ credential: Credential, history: Type.Array(ActBody) }) },
    },
  }, async request => {
    const { credential, history } = await useCases.findCredential(officerOf(request), request.body.credential)
    return { credential: credentialBody(credential), history: history.map(act => actBody(act, request)) }
  })

  app.get('/api/status-acts', {
    config: { access },
    schema: {
      tags, summary: 'What waits for a second person',
      response: { 200: Type.Object({ waiting: Type.Array(Type.Intersect([ActBody, Type.Object({ credential: Credential })])) }) },
    },
  }, async request => {
    const waiting = await useCases.listWaitingActs(officerOf(request))
    return { waiting: waiting.map(act => ({ ...actBody(act, request), credential: credentialBody(act.credential) })) }
  })

  app.post('/api/status-acts', {
    config: { access },
    schema: {
      tags, summary: 'Propose an act; nothing changes until another person confirms it',
      body: Type.Object({ credential: CredentialId, act: ActKind, reason: Reason }),
      response: { 201: Type.Object({ act: Type.String() }) },
    },
  }, async (request, reply) => reply.code(201).send({ act: await useCases.proposeAct(officerOf(request), request.body) }))

  app.post('/api/status-acts/:id/decision', {
    config: { access },
    schema: {
      tags, summary: 'Confirm an act that another person proposed, or set it aside',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ decision: Decision }),
      response: { 200: Type.Object({ decision: Decision }) },
    },
  }, async request => useCases.decideAct(officerOf(request), request.params.id, request.body.decision))

  app.get('/api/status-acts/:id/file', {
    config: { access },
    schema: { tags, summary: 'The file of a confirmed duplicate, for its two persons', params: Type.Object({ id: Type.String({ format: 'uuid' }) }) },
  }, async (request, reply) => {
    const { credential, text } = await useCases.readDuplicate(officerOf(request), request.params.id)
    return reply.type('application/json')
      .header('content-disposition', `attachment; filename="${fileNames[credential.kind]}-${credential.id.slice(0, 8)}.compagnon.json"`).send(text)
  })
}

/** Looking for diplomas by what one has in hand; each person is counted apart. */
export const diplomaSearchRoutes = (useCases: StatusUseCases): FastifyPluginAsyncTypebox => async app => {
  limitPerPerson(app, SEARCHES)

  // By POST too: a name has no place in an address.
  app.post('/api/diplomas/search', {
    config: { access },
    schema: {
      tags, summary: 'Diplomas that I govern, by their line in a session’s results or by name and birth date', body: SearchBody,
      response: { 200: Type.Object({ found: Type.Array(Credential) }) },
    },
  }, async request => ({ found: (await useCases.searchDiplomas(officerOf(request), request.body)).map(credentialBody) }))
}

/** Which schools someone governs follows from their roles: a head's own, an officer's academy. */
function officerOf(request: FastifyRequest): Officer {
  const { id, roles, school, academy } = personOf(request)
  return {
    id, school: roles.includes('school-head') ? school?.id ?? null : null, academy: roles.includes('academy') ? academy ?? null : null,
  }
}

const credentialBody = ({ recordKey: _, issuedAt, ...rest }: GovernedCredential) => ({ ...rest, issuedAt: issuedAt.toISOString() })

function actBody({ id, act, reason, proposedBy, proposedAt, decision }: Act, request: FastifyRequest) {
  const who = (person: { id: string; name: string }) => ({ name: person.name, me: person.id === request.person?.id })
  return {
    id, act, reason, proposedBy: who(proposedBy), proposedAt: proposedAt.toISOString(),
    decision: decision && { taken: decision.taken, by: who(decision.by), at: decision.at.toISOString() },
  }
}
