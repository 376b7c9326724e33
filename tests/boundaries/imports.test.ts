// SPDX-License-Identifier: EUPL-1.2
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { boundaries } from '../../boundaries.js'

const eslint = new ESLint()

/** Lints a text as if it stood in that file; nothing is written to disk. */
async function messagesOf(file: string, code: string) {
  const results = await eslint.lintText(`${code}\n`, { filePath: file })
  return results.flatMap(result => result.messages.map(message => message.message))
}

describe('each boundary between rooms refuses a planted violation', () => {
  for (const boundary of boundaries) {
    it(boundary.name, async () => {
      expect(await messagesOf(boundary.plant.file, boundary.plant.code)).toContain(boundary.message)
    })

    it(`${boundary.name}, when imported on demand too`, async () => {
      const name = /'([^']+)'/.exec(boundary.plant.code)?.[1]
      expect(await messagesOf(boundary.plant.file, `export const planted = () => import('${name}')`)).toContain(boundary.message)
    })
  }

  it('lets an allowed import pass', async () => {
    expect(await messagesOf('domain/scenario/planted.ts', "import '../workshop/action.ts'")).toEqual([])
    expect(await messagesOf('credential-service/routes/planted.ts', "import '../use-cases/issuing/ports.ts'")).toEqual([])
  })
})

describe('the rules know no clock and no chance', () => {
  const impure = ['Date.now()', 'Math.random()', 'new Date()', "fetch('/')", 'process.env', 'crypto.randomUUID()']
  for (const code of impure) {
    it(`refuses ${code} in domain/`, async () => {
      const messages = await messagesOf('domain/workshop/planted.ts', `export const planted = () => ${code}`)
      expect(messages.some(message => message.includes('come in as arguments'))).toBe(true)
    })
  }

  it('lets a date made from data pass', async () => {
    expect(await messagesOf('domain/workshop/planted.ts', 'export const dated = (at: number) => new Date(at)')).toEqual([])
  })
})
