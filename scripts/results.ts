// SPDX-License-Identifier: EUPL-1.2
// npm run results -- generate --rows N --errors P --out FILE
// A session's file of results for trials: no one in it exists. The same seed gives the same file.
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { faultOfUai } from '../domain/credential/diploma/numbers.ts'
import { generate, type Generated, type Wish } from './results/generate.ts'

const HELP = `npm run results -- generate --rows N --errors P --out FILE [--seed S] [--session 2026-06] [--academy 10] [--school UAI]
  --rows     how many people
  --errors   of a hundred rows, how many have each kind of fault (0 to 2.9)
  --out      where to write the CSV file
  --school   everyone’s school: 9999999P is the demonstration’s, whose head then has diplomas to hand over`

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' }, errors: { type: 'string', default: '0' }, out: { type: 'string' },
    seed: { type: 'string', default: '1' }, session: { type: 'string', default: '2026-06' }, academy: { type: 'string', default: '10' }, school: { type: 'string' },
  },
})

const wish: Wish = {
  rows: Number(values.rows), errors: Number(values.errors), seed: Number(values.seed), session: values.session, academy: values.academy,
  ...(values.school !== undefined && { school: values.school }),
}
const holds = positionals[0] === 'generate' && values.out !== undefined && Number.isSafeInteger(wish.rows) && wish.rows > 0
  && wish.errors >= 0 && wish.errors <= 2.9 && Number.isSafeInteger(wish.seed) && /^\d{4}-\d{2}$/.test(wish.session)
if (!holds || values.out === undefined) {
  console.error(HELP)
  process.exit(2)
}
// A school that every row names with a fault would be a hundred of a hundred faults, whatever was asked.
if (wish.school !== undefined && faultOfUai(wish.school) !== null) {
  console.error(`${wish.school} is not the number (UAI) of a school: seven digits and their letter, as in 9999999P.`)
  process.exit(2)
}

let last: Generated['faults'] = {}
function* texts(): Generator<string> {
  for (const { text, faults } of generate(wish)) {
    last = faults
    yield text
  }
}
await pipeline(Readable.from(texts()), createWriteStream(values.out))
console.log(JSON.stringify({ rows: wish.rows, faults: last }, null, 2))
