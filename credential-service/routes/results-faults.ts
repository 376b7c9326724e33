// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { columnWords, faultWords, type Column, type FaultCode } from '#domain/credential/diploma/index.ts'
import type { Language } from '#domain/text.ts'
import { personOf } from '../plugins/access.ts'
import { languageOf } from '../problems.ts'
import type { ResultsUseCases } from '../use-cases/results/index.ts'
import type { LineFault } from '../use-cases/results/ports.ts'
import { FaultBody, IdPath } from './results-schemas.ts'

const tags = ['results']
const access = 'import-results'
const After = Type.String({ pattern: '^[0-9]{1,9}\\.[a-z0-9-]{1,40}\\.[A-Za-z]{0,20}$', description: 'Where the page before ended' })

/** Every fault of a file: the number of its line, its column, what is wrong. Nothing of what the line says. */
export const faultRoutes = (results: ResultsUseCases): FastifyPluginAsyncTypebox => async (app) => {
  app.get('/api/results/files/:id/faults', {
    config: { access },
    schema: { tags, summary: 'Every fault of a file, page by page', params: IdPath,
      querystring: Type.Object({ after: Type.Optional(After), limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }) }),
      response: { 200: Type.Object({ faults: Type.Array(FaultBody), next: Type.Union([Type.String(), Type.Null()]) }) } },
  }, async (request) => {
    const { after, limit } = request.query
    const faults = await results.listFaults(personOf(request), request.params.id, after ? placeOf(after) : null, limit)
    const last = faults.length < limit ? undefined : faults.at(-1)
    return {
      faults: faults.map(({ line, code, cell }) => ({ line, code, column: cell || null })),
      next: last ? `${last.line}.${last.code}.${last.cell}` : null,
    }
  })

  app.get('/api/results/files/:id/faults.csv', {
    config: { access, rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: { tags, summary: 'Every fault of a file, to work through in a spreadsheet', params: IdPath,
      querystring: Type.Object({ language: Type.Optional(Type.Enum(['fr', 'en'])) }),
      produces: ['text/csv'] },
  }, async (request, reply) => {
    const pages = await results.everyFault(personOf(request), request.params.id)
    reply.type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="anomalies.csv"')
    return reply.send(Readable.from(table(pages, request.query.language ?? languageOf(request))))
  })
}

function placeOf(text: string): LineFault {
  const [line, code, cell = ''] = text.split('.')
  return { line: Number(line), code: code as FaultCode, cell }
}

const heads = { fr: ['Ligne', 'Colonne', 'Code', 'Raison', 'Que faire'], en: ['Line', 'Column', 'Code', 'Reason', 'What to do'] }

/** With the mark and the separator that French spreadsheets open by themselves. */
async function* table(pages: AsyncIterable<LineFault[]>, language: Language): AsyncIterable<string> {
  yield `\uFEFF${row(heads[language])}`
  for await (const page of pages) yield page.map((fault) => row(cellsOf(fault, language))).join('')
}

function cellsOf({ line, code, cell }: LineFault, language: Language): string[] {
  const { reason, remedy } = faultWords[code]
  return [String(line), cell === '' ? '' : columnWords[cell as Column][language], code, reason[language], remedy[language]]
}

const row = (cells: string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`
