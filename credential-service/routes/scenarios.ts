// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { modes } from '#domain/scenario/play.ts'
import { DigestText } from './attempt-schemas.ts'
import type { CatalogueUseCases } from '../use-cases/catalogue/index.ts'

const tags = ['catalogue']
const Words = Type.Object({ fr: Type.String(), en: Type.String() })
const Competence = Type.Object({ code: Type.String(), label: Words })
const Id = Type.Object({ id: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }) })

/** An attempt is looked at again with the content it was made with. */
const AsOf = Type.Object({ digest: Type.Optional(DigestText) })

const Offer = Type.Object({
  id: Type.String(),
  digest: Type.String(),
  title: Words,
  summary: Words,
  framework: Type.Object({ id: Type.String(), title: Words }),
  competences: Type.Array(Competence),
  minutes: Type.Integer(),
  modes: Type.Array(Type.Enum([...modes])),
})
const ScenarioBody = Type.Object({
  id: Type.String(),
  digest: Type.String(),
  scenario: Type.Record(Type.String(), Type.Unknown()),
})
const FrameworkBody = Type.Object({ id: Type.String(), title: Words, competences: Type.Array(Competence) })

/** What one can learn here: open to all, like the resources themselves. */
export const scenarioRoutes = (catalogue: CatalogueUseCases): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/api/scenarios', {
    config: { access: 'public' },
    schema: { tags, summary: 'The catalogue', response: { 200: Type.Object({ scenarios: Type.Array(Offer) }) } },
  }, async () => ({ scenarios: await catalogue.listOffers() }))

  app.get('/api/scenarios/:id', {
    config: { access: 'public' },
    schema: { tags, summary: 'A scenario, as its digest was made from it', params: Id, querystring: AsOf, response: { 200: ScenarioBody } },
  }, async (request) => catalogue.readScenario(request.params.id, request.query.digest))

  app.get('/api/frameworks/:id', {
    config: { access: 'public' },
    schema: { tags, summary: 'A framework and its competences', params: Id, response: { 200: FrameworkBody } },
  }, async (request) => catalogue.readFramework(request.params.id))
}
