// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { personOf } from '../plugins/access.ts'
import { heardBody } from '../plugins/heard-body.ts'
import { uploadMs } from '../plugins/slow-body.ts'
import type { ResultsUseCases } from '../use-cases/results/index.ts'
import { FileBody, IdPath, Kind, fileBody } from './results-schemas.ts'

const formats = { 'text/csv': 'csv', 'application/x-ndjson': 'ndjson' } as const

/** As a browser sends it: percent-encoded UTF-8. It is no part of the address, which logs and histories keep. */
const FileName = Type.String({ maxLength: 2_000, pattern: "^([A-Za-z0-9_.!~*'()-]|%[0-9A-Fa-f]{2})*$" })
const LONGEST_NAME = 120
const nameIn = (sent: string | undefined): string | null =>
  Buffer.from((sent ?? '').replaceAll(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')
    .replaceAll(/\p{Cc}/gu, ' ').trim().slice(0, LONGEST_NAME) || null

/** A sender of whom nothing comes for so long is gone. */
const silenceMs = 60_000

/** The way in for a file of any size: it is read as it comes, and this route alone takes so much for so long. */
export const uploadRoutes = (results: ResultsUseCases, { mostBytes }: { mostBytes: number }): FastifyPluginAsyncTypebox => async (app) => {
  for (const type of Object.keys(formats)) app.addContentTypeParser(type, async (_request: unknown, payload: Readable) => payload)

  app.post('/api/results/sessions/:id/files', {
    bodyLimit: mostBytes,
    handlerTimeout: uploadMs,
    config: { access: 'import-results', slowBody: true, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      tags: ['results'],
      summary: 'Import a file of results (text/csv or application/x-ndjson): checked line by line, confirmed by nobody yet',
      consumes: Object.keys(formats),
      params: IdPath,
      querystring: Type.Object({ kind: Kind }),
      headers: Type.Object({ 'x-file-name': Type.Optional(FileName) }),
      response: { 201: Type.Object({ file: FileBody }) },
    },
  }, async (request, reply) => {
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
    const format = formats[type as keyof typeof formats]
    const upload = { kind: request.query.kind, name: nameIn(request.headers['x-file-name']), format, bytes: heardBody(request.body as Readable, silenceMs) }
    return reply.code(201).send({ file: fileBody(await results.uploadFile(personOf(request), request.params.id, upload)) })
  })
}
