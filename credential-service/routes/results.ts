// SPDX-License-Identifier: EUPL-1.2
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { limitPerPerson } from '../plugins/person-rate.ts'
import type { ResultsUseCases } from '../use-cases/results/index.ts'
import { DigestText } from './attempt-schemas.ts'
import { faultRoutes } from './results-faults.ts'
import {
  AcademyCode, CountBody, FileBody, IdPath, SessionBody, SessionLineBody, SessionMonth,
  countBody, fileBody, sessionBody, sessionLineBody,
} from './results-schemas.ts'
import { uploadRoutes } from './results-upload.ts'

const tags = ['results']
const access = 'import-results'
/** An officer at work: a page that asks now and then, not a machine. */
const mostPerMinute = 120
/** A million lines are compared with those confirmed before, or erased: half a minute in an embedded database. */
const decidingMs = 5 * 60_000
const File = Type.Object({ file: FileBody })

/** Results of juries: a session is opened, files are imported and looked at, a person confirms or discards each. */
export const resultsRoutes = (results: ResultsUseCases, limits: { mostBytes: number }): FastifyPluginAsyncTypebox => async (app) => {
  limitPerPerson(app, mostPerMinute)
  const named = { academyName: (code: string) => results.registers.academies.get(code)?.name ?? code }
  await app.register(uploadRoutes(results, limits))
  await app.register(faultRoutes(results))

  app.get('/api/results/academies', {
    config: { access },
    schema: { tags, summary: 'The academies whose results I may open: my own', response: { 200: Type.Object({
      academies: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) }) } },
  }, async (request) => ({ academies: results.listAcademies(personOf(request)).map(({ code, name }) => ({ code, name })) }))

  app.post('/api/results/sessions', {
    config: { access },
    schema: { tags, summary: 'Open the results of a session, or get those already open',
      body: Type.Object({ session: SessionMonth, academy: AcademyCode }), response: { 200: Type.Object({ session: SessionBody }) } },
  }, async (request) => ({
    session: sessionBody(await results.openResults(personOf(request), request.body.session, request.body.academy), named),
  }))

  app.get('/api/results/sessions', {
    config: { access },
    schema: { tags, summary: 'The sessions of results of my academy', response: { 200: Type.Object({ sessions: Type.Array(SessionLineBody) }) } },
  }, async (request) => ({ sessions: (await results.listResults(personOf(request))).map((line) => sessionLineBody(line, named)) }))

  app.get('/api/results/sessions/:id', {
    config: { access },
    schema: { tags, summary: 'A session of results and its files, newest first', params: IdPath,
      response: { 200: Type.Object({ session: SessionBody, files: Type.Array(FileBody) }) } },
  }, async (request) => {
    const { session, files } = await results.readResults(personOf(request), request.params.id)
    return { session: sessionBody(session, named), files: files.map(fileBody) }
  })

  app.get('/api/results/files/:id', {
    config: { access },
    schema: { tags, summary: 'The report of a file: its counts, and each fault with how often and where first', params: IdPath,
      response: { 200: Type.Object({ file: FileBody, session: SessionBody, counts: Type.Array(CountBody) }) } },
  }, async (request) => {
    const { file, session, counts } = await results.readReport(personOf(request), request.params.id)
    return { file: fileBody(file), session: sessionBody(session, named), counts: counts.map(countBody) }
  })

  app.post('/api/results/files/:id/confirm', {
    handlerTimeout: decidingMs,
    config: { access },
    schema: { tags, summary: 'Put the file’s sound lines into the session’s results, for good', params: IdPath,
      body: Type.Object({ digest: DigestText, leaveOutFaulty: Type.Boolean() }), response: { 200: File } },
  }, async (request) => ({ file: fileBody(await results.confirmFile(personOf(request), request.params.id, request.body)) }))

  app.post('/api/results/files/:id/discard', {
    handlerTimeout: decidingMs,
    config: { access },
    schema: { tags, summary: 'Erase a file that was not confirmed', params: IdPath, response: { 200: File } },
  }, async (request) => ({ file: fileBody(await results.discardFile(personOf(request), request.params.id)) }))
}
