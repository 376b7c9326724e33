// SPDX-License-Identifier: EUPL-1.2
import { columns, columnWords, type FaultCode } from '#domain/credential/diploma/index.ts'
import { seeded } from './chance.ts'
import { soundLine, type Line } from './make-line.ts'
import { spoilers, type SpoiltBy } from './spoil-line.ts'

export type Wish = {
  rows: number
  /** Of a hundred rows, how many have each kind of fault; a faulty row has one. */
  errors: number
  seed: number
  session: string
  academy: string
  /** The UAI of everyone's school; without, each has one by chance. */
  school?: string
}
export const kinds = [...Object.keys(spoilers), 'cells', 'double-in-file'] as readonly FaultCode[]

export type Generated = { text: string; faults: Partial<Record<FaultCode, number>> }

/** A session's file, a few hundred rows at a time: the same for the same seed. `faults` counts what was put in so far. */
export function* generate({ rows, errors, seed, ...where }: Wish): Generator<Generated> {
  const chance = seeded(seed)
  const faults: Generated['faults'] = {}
  let text = `${columns.map((column) => columnWords[column].fr).join(';')}\r\n`
  let earlier: Line | null = null
  for (let n = 0; n < rows; n++) {
    const line = soundLine(n, chance, where)
    const drawn = Math.floor(chance.next() * 100 / (errors || Number.MIN_VALUE))
    const fault = earlier ? kinds[drawn] : undefined
    if (fault) faults[fault] = (faults[fault] ?? 0) + 1
    text += written(line, fault, earlier)
    if (!fault) earlier = line
    if (text.length < 64 * 1024) continue
    yield { text, faults }
    text = ''
  }
  yield { text, faults }
}

function written(line: Line, fault: FaultCode | undefined, earlier: Line | null): string {
  if (fault === 'cells') return `${row(line).slice(0, -2)};de trop\r\n`
  if (fault === 'double-in-file') return row({ ...line, ...earlier })
  return row(fault ? { ...line, ...spoilers[fault as SpoiltBy](line) } : line)
}

const row = (line: Line) => `${columns.map((column) => cell(line[column])).join(';')}\r\n`
const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
