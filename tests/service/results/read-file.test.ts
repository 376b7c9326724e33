// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columns, type Column } from '#domain/credential/diploma/index.ts'
import { fileReader } from '#service/adapters/results-file/index.ts'
import { streamingDecoder } from '#service/adapters/results-file/decode.ts'
import type { FileFormat, ReadLine } from '#service/use-cases/results/ports.ts'
import { csvOf, ndjsonOf, soundLine } from '#tests/support/results-file.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Uint8Array | string, { size = 64, format = 'csv' as FileFormat, most = 1e8 } = {}) {
  const reading = fileReader(most)(pieces(Buffer.from(bytes as string), size), format)
  const lines: ReadLine[] = []
  for await (const batch of reading.batches) lines.push(...batch)
  return { ...reading.end(), lines }
}
const rawOf = (line?: ReadLine) => (line && 'raw' in line ? line.raw : line)
const latin = (text: string) => Buffer.from(text.replace(/’/g, '\u0092').replace(/€/g, '\u0080'), 'latin1')
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')

describe('a file of results', () => {
  const text = csvOf([soundLine(1), soundLine(2)])

  for (const [name, bytes, encoding] of [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['Windows-1252', latin(text), 'windows-1252'],
    ['UTF-16 with its mark', utf16(text, true), 'utf-16le'],
    ['UTF-16 without its mark', utf16(text, false), 'utf-16le'],
    ['UTF-16, big end first', utf16(text, true).swap16(), 'utf-16be'],
  ] as const) {
    it.each([5, 7, 64, 100_000])(`is read in ${name}, in pieces of %i bytes`, async (size) => {
      const { lines, encoding: found } = await read(bytes, { size })
      expect(found).toBe(encoding)
      expect(lines.map(rawOf)).toEqual([soundLine(1), soundLine(2)])
      expect(lines.map(({ line }) => line)).toEqual([2, 3])
    })
  }

  it('goes on in UTF-8 past a byte that is none, which stands out in its line', async () => {
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xe9]), Buffer.from(csvOf([soundLine(3)]).split('\r\n').slice(1).join('\r\n'))])
    const { lines } = await read(broken)
    expect(lines).toHaveLength(3)
    expect(rawOf(lines[2])).toMatchObject({ ine: expect.stringContaining('\uFFFD') })
  })

  it.each([[';', '\r\n'], [',', '\n'], ['\t', '\r']])('is read with %j between cells and %j after lines', async (separator, end) => {
    const { lines, separator: found } = await read(csvOf([soundLine(1)], { separator, end }))
    expect(found).toBe(separator)
    expect(lines.map(rawOf)).toEqual([soundLine(1)])
  })

  it('names its separator itself, as one spreadsheet writes it', async () => {
    expect((await read(`sep=,\r\n${csvOf([soundLine(1)], { separator: ',' })}`)).lines).toEqual([{ line: 3, raw: soundLine(1) }])
  })

  it.each(['csv', 'ndjson'] as const)('is refused as %s once so much came without an end of line, and nothing after it is read', async (format) => {
    let drawn = 0
    async function* endless() {
      for (; drawn < 200; drawn++) {
        yield new Uint8Array(65_536).fill(0xff)
        // As a line brings them: one after another, not all in one turn.
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const drain = async () => { for await (const batch of fileReader(1e9)(endless(), format).batches) expect(batch).toEqual([]) }
    await expect(drain()).rejects.toMatchObject({ code: 'ERR_RESULTS_UNREADABLE', values: { reason: 'line-too-long', line: 1 } })
    expect(drawn).toBeLessThan(4)
  })

  it('is known as UTF-8 by letters alone, wherever a piece cuts one', () => {
    const decoder = streamingDecoder()
    const text = 'éà€'.repeat(20_000)
    const bytes = Buffer.from(text)
    let said = ''
    for (let at = 0; at < bytes.length; at += 9_999) said += decoder.write(bytes.subarray(at, at + 9_999))
    expect([said + decoder.end(), decoder.encoding()]).toEqual([text, 'utf-8'])
  })

  it('has one faulty line where a value is nested deeper than anyone could read', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    const { lines } = await read(`{"ine":${deep}}\n${ndjsonOf([soundLine(1)])}${deep}\n`, { size: 65_536, format: 'ndjson' })
    expect(lines.map((line) => ('fault' in line ? line.fault : line.line))).toEqual(['not-json', 2, 'not-json'])
  })

  it('may end in thousands of empty lines, with separators or without', async () => {
    const { lines, emptyLines } = await read(`${text}${`${';'.repeat(13)}\r\n`.repeat(5_000)}${'\r\n'.repeat(5_000)}`, { size: 4_096 })
    expect([lines.length, emptyLines]).toEqual([2, 10_000])
  })

  it('may have line breaks, quotes and separators inside quotes; a row counts once', async () => {
    const odd = { ...soundLine(1), birthPlace: 'Saint-Denis\r\n"La Réunion"; outre-mer' }
    expect((await read(csvOf([odd, soundLine(2)]))).lines).toEqual([{ line: 2, raw: odd }, { line: 3, raw: soundLine(2) }])
  })

  it('says which lines have too few or too many cells', async () => {
    const [head, one] = csvOf([soundLine(1)]).split('\r\n')
    const { lines } = await read([head, 'a;b', one, `${one};`, `${one};more`, ''].join('\r\n'))
    expect(lines.map((line) => ('fault' in line ? `${line.line} ${line.fault}` : line.line))).toEqual(['2 cells', 3, 4, '5 cells'])
  })

  it.each<[string, string | Uint8Array, string]>([
    ['a spreadsheet’s own file', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    ['a picture under another name', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-text'],
    ['a program of Windows under another name', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'not-text'],
    ['a program of Linux under another name', Buffer.from('7f454c4602010100000000000000', 'hex'), 'not-text'],
    ['a PDF under another name', '%PDF-1.7\n', 'not-text'],
    ['nothing', '', 'empty'],
    ['empty lines alone', '\r\n\r\n;;\r\n', 'empty'],
    ['a header alone', csvOf([]), 'no-lines'],
    ['no header', 'a;b\r\nc;d\r\n', 'no-header'],
    ['a quotation mark that is never closed', `${text}"${'a;'.repeat(50)}`, 'quotes'],
    ['a quotation mark that swallows the rest', `${text}"${'a;b\r\n'.repeat(30_000)}`, 'line-too-long'],
  ])('is refused with %s', async (_name, bytes, reason) => {
    await expect(read(bytes, { size: 4_096 })).rejects.toMatchObject({ code: 'ERR_RESULTS_UNREADABLE', values: { reason } })
  })

  it('is refused with a column missing or there twice, by name', async () => {
    const doubled = csvOf([], { headers: { ...Object.fromEntries(columns.map((column) => [column, column])), schoolName: 'Nom' } })
    await expect(read(doubled)).rejects.toMatchObject({ code: 'ERR_RESULTS_COLUMNS', values: { missing: 'schoolName', doubled: 'familyName' } })
  })

  it('is refused once it is too long', async () => {
    await expect(read(text, { most: 100 })).rejects.toMatchObject({ code: 'ERR_BODY_TOO_LARGE' })
  })

  it('is read as NDJSON, a school in one piece or in two, bad lines told apart', async () => {
    const { schoolUai, schoolName, ...flat } = soundLine(1)
    const text = `${ndjsonOf([soundLine(1)])}\n${JSON.stringify({ ...flat, average: 14.25, school: { uai: schoolUai, name: schoolName } })}\n[1]\n{"ine":\n`
    const { lines, emptyLines } = await read(text, { format: 'ndjson', size: 11 })
    expect(lines).toEqual([
      { line: 1, raw: soundLine(1) }, { line: 3, raw: { ...soundLine(1), average: '14.25' } },
      { line: 4, fault: 'not-json' }, { line: 5, fault: 'not-json' },
    ])
    expect(emptyLines).toBe(1)
  })
})

describe('any text', () => {
  // A cell alone in its row and empty would be an empty line; a carriage return inside quotes is kept as it is.
  const cell = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed().replaceAll('\u0000', ''))
  const line = fc.record(Object.fromEntries(columns.map((column) => [column, cell])) as Record<Column, typeof cell>).map((one) => ({ ...one, ine: `x${one.ine}` }))

  it('comes out of a CSV file as it went in, whatever the separator, the order, the encoding and the pieces', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 5 }), fc.constantFrom(';', ',', '\t'), fc.constantFrom('\r\n', '\n'),
      fc.shuffledSubarray([...columns], { minLength: columns.length }), fc.boolean(), fc.integer({ min: 4, max: 300 }),
      async (lines, separator, end, order, wide, size) => {
        const text = csvOf(lines, { separator, end, order })
        const { lines: found } = await read(wide ? utf16(text, true) : `\uFEFF${text}`, { size })
        expect(found.map(rawOf)).toEqual(lines)
      },
    ), { numRuns: 150 })
  })

  it('comes out of an NDJSON file as it went in', async () => {
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.integer({ min: 4, max: 300 }), async (lines, size) => {
      expect((await read(ndjsonOf(lines), { size, format: 'ndjson' })).lines.map(rawOf)).toEqual(lines)
    }), { numRuns: 100 })
  })
})
