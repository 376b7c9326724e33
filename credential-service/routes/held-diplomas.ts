// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { credentialForms } from '#domain/credential/forms/index.ts'
import { statusStates } from '#domain/credential/index.ts'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import { claimDiploma, listDiplomas, makeClaimCodes, readOwnDiploma } from '../use-cases/diplomas/index.ts'
import type { HolderNeeds } from '../use-cases/diplomas/index.ts'
import { readForm, showChosenOfDiploma } from '../use-cases/issuing/index.ts'
import type { FormsNeeds } from '../use-cases/issuing/index.ts'
import { files } from './forms.ts'

const tags = ['credentials']
const access = 'hold-credentials'
const id = Type.String({ format: 'uuid' })
const text = Type.String()
const maybe = Type.Union([text, Type.Null()])
const Diploma = Type.Object({
  id: text, title: Type.Object({ fr: text, en: text }), state: Type.Enum([...statusStates]), ready: Type.Boolean(), issuer: Type.Object({ did: text, name: text }), validFrom: text, session: text,
  holder: Type.Object({ familyName: text, givenNames: text, birthDate: text, birthPlace: text }),
  diploma: Type.Object({ code: text, title: text, speciality: maybe, mention: maybe }),
  school: Type.Object({ uai: text, name: text }),
})
const Slip = Type.Object({ holder: text, title: text, speciality: maybe, code: text })
const Chosen = Type.Object({ name: Type.Boolean(), birth: Type.Boolean(), school: Type.Boolean(), mention: Type.Boolean() }, { additionalProperties: false })
const ClaimBody = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }), birthDate: Type.String({ format: 'date' }) }, { additionalProperties: false })

/** Someone who types what is on a slip, not a machine that tries codes. */
const MOST_PER_MINUTE = 10

/** My diplomas: claimed with the code my school handed me, then mine to keep, to show and to give. */
export const heldDiplomaRoutes = (needs: HolderNeeds, forms: FormsNeeds): FastifyPluginAsyncTypebox => async app => {
  const [list, read] = [listDiplomas(needs), readOwnDiploma(needs)]
  const [form, show] = [readForm(forms), showChosenOfDiploma(forms)]
  // The name tells the file from others and says nothing of its holder.
  const named = (diploma: string, ending: string) => `attachment; filename="diplome-${diploma.slice(0, 8)}.${ending}"`

  app.get('/api/wallet/diplomas', {
    config: { access }, schema: { tags, summary: 'My diplomas', response: { 200: Type.Object({ diplomas: Type.Array(Diploma) }) } },
  }, async request => ({ diplomas: await list(personOf(request).id) }))

  app.get('/api/wallet/diplomas/:id/bundle', {
    config: { access }, schema: { tags, summary: 'The file of my diploma', params: Type.Object({ id }) },
  }, async (request, reply) => {
    const bundle = await read(personOf(request).id, request.params.id)
    return reply.type('application/json').header('content-disposition', named(request.params.id, 'compagnon.json')).send(bundle)
  })

  app.get('/api/wallet/diplomas/:id/forms/:form', {
    config: { access }, schema: { tags, summary: 'My diploma in another form', params: Type.Object({ id, form: Type.Enum([...credentialForms]) }) },
  }, async (request, reply) => {
    const { type, ending } = files[request.params.form]
    const made = await form(personOf(request).id, request.params.id, request.params.form)
    return reply.type(type).header('content-disposition', named(request.params.id, ending)).send(made)
  })

  app.post('/api/wallet/diplomas/:id/shown', {
    config: { access }, schema: { tags, summary: 'What I choose to show of my diploma', params: Type.Object({ id }), body: Chosen },
  }, async (request, reply) => {
    const shown = await show(personOf(request).id, request.params.id, request.body)
    return reply.type('application/vc').header('content-disposition', named(request.params.id, 'shown.json')).send(JSON.stringify(shown))
  })
}

/** Codes: a school makes them, a graduate types one. A class behind one address is many people: each is counted apart. */
export const claimRoutes = (needs: HolderNeeds): FastifyPluginAsyncTypebox => async app => {
  const [claim, codes] = [claimDiploma(needs), makeClaimCodes(needs)]
  limitPerPerson(app, MOST_PER_MINUTE)

  app.post('/api/wallet/diplomas/claim', {
    config: { access },
    schema: { tags, summary: 'Put a diploma into my wallet, with the code of my school and my birth date', body: ClaimBody, response: { 201: Type.Object({ diploma: text }) } },
  }, async (request, reply) => reply.code(201).send({ diploma: await claim(personOf(request).id, request.body) }))

  app.post('/api/diplomas/claim-codes', {
    config: { access: 'hand-diplomas' },
    schema: {
      tags, summary: 'Codes for the graduates of my school, to be handed over on paper; earlier ones end',
      body: Type.Object({ session: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }), after: Type.Optional(id) }),
      response: { 200: Type.Object({ slips: Type.Array(Slip), next: maybe }) },
    },
  }, async (request, reply) => {
    const { session, after = null } = request.body
    const made = await codes(personOf(request), session, after)
    return reply.send(made)
  })
}
