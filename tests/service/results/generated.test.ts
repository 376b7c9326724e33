// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { checkLine, faultCodes, type FaultCode } from '#domain/credential/diploma/index.ts'
import { fileReader, knownRegisters } from '#service/adapters/results-file/index.ts'
import { demonstrationSchool } from '#service/adapters/people/index.ts'
import { generate, kinds } from '../../../scripts/results/generate.ts'

const beside = { registers: knownRegisters(), session: '2026-06', academy: '10' }
const wish = { rows: 20_000, errors: 1, seed: 7, session: beside.session, academy: beside.academy }

async function* bytesOf(of = wish): AsyncIterable<Uint8Array> {
  for (const { text } of generate(of)) yield Buffer.from(text)
}

describe('a generated file of results', () => {
  it('has in each of its faulty lines the one fault that was put there, and nothing wrong elsewhere', async () => {
    const found: Partial<Record<FaultCode, number>> = {}
    const seen = new Set<string>()
    for await (const lines of fileReader(1e9)(bytesOf(), 'csv').batches) {
      for (const line of lines) {
        const checked = 'fault' in line ? { faults: [{ code: line.fault }] } : checkLine(line.raw, beside)
        if ('faults' in checked) expect(checked.faults, `line ${line.line}`).toHaveLength(1)
        const key = 'result' in checked ? `${checked.result.ine} ${checked.result.diploma}` : null
        const code = 'faults' in checked ? checked.faults[0]?.code : key && seen.has(key) ? 'double-in-file' : undefined
        if (key) seen.add(key)
        if (code) found[code] = (found[code] ?? 0) + 1
      }
    }
    expect(found).toEqual([...generate(wish)].at(-1)?.faults)
    for (const kind of kinds) expect(found[kind], kind).toBeGreaterThan(140)
    expect(faultCodes.filter((code) => !kinds.includes(code))).toEqual(['not-json', 'double-earlier', 'nothing-to-correct'])
  })

  it('is the same for the same seed, and another for another', () => {
    const text = (seed: number) => [...generate({ ...wish, rows: 50, seed })].map((part) => part.text).join('')
    expect(text(3)).toBe(text(3))
    expect(text(3)).not.toBe(text(4))
  })

  it('of the demonstration’s school passes every check, so that its head has diplomas to hand over', async () => {
    const ofOneSchool = { ...wish, rows: 50, errors: 0, school: demonstrationSchool.uai }
    const found: unknown[] = []
    for await (const lines of fileReader(1e9)(bytesOf(ofOneSchool), 'csv').batches) {
      for (const line of lines) found.push('raw' in line ? checkLine(line.raw, beside) : line)
    }
    expect(found).toHaveLength(50)
    for (const one of found) expect(one).toMatchObject({ result: { school: { uai: demonstrationSchool.uai } } })
  })

  it('has no fault when none is asked for', () => {
    expect([...generate({ ...wish, errors: 0 })].at(-1)?.faults).toEqual({})
  })
})
