// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DomainError, domainErrorCodes } from '#domain/errors.ts'
import { codeOf, problemOf } from '#service/problems.ts'
import { problemTable } from '#service/problems/table.ts'
import { serviceErrorCodes } from '#service/use-cases/errors.ts'
import { errorsPage } from '../../../scripts/write-errors.ts'

describe('the closed list of errors', () => {
  it('gives every code a status and words in both languages', () => {
    expect(Object.keys(problemTable).sort()).toEqual([...domainErrorCodes, ...serviceErrorCodes].sort())
    for (const [code, { status, title, remedy }] of Object.entries(problemTable)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      for (const words of [title.fr, title.en, remedy.fr, remedy.en]) expect(words.length, code).toBeGreaterThan(8)
    }
  })

  it('is what docs/errors.md says', async () => {
    const page = await readFile(fileURLToPath(new URL('../../../docs/errors.md', import.meta.url)), 'utf8')
    expect(page, 'run node scripts/write-errors.ts').toBe(errorsPage())
  })

  it('keeps the code and the values of a refusal by the rules', () => {
    const problem = problemOf(new DomainError('ERR_UNKNOWN_ACTION', { name: 'fly' }), 'en')
    expect(problem).toMatchObject({ status: 422, code: 'ERR_UNKNOWN_ACTION', values: { name: 'fly' } })
  })

  it('tells nothing of an error that nobody foresaw', () => {
    const problem = problemOf(new Error('duplicate key (name)=(Inès Moreau)'), 'fr')
    expect(problem.code).toBe('ERR_INTERNAL')
    expect(JSON.stringify(problem)).not.toContain('Moreau')
    expect(codeOf('a thrown text')).toBe('ERR_INTERNAL')
  })
})
