// SPDX-License-Identifier: EUPL-1.2
// npm run prove-diplomas [-- COUNT]: as many random diplomas, each pressed from a form and signed the ordinary way, compared
// byte for byte. The ordinary tests do it for a few hundred; a hundred thousand take minutes.
import fc from 'fast-check'
import { canonicalJson } from '#domain/canonical.ts'
import { newPress, ordinarily } from '#tests/domain/credential/diploma/hands.ts'
import { anyDiploma } from '#tests/domain/credential/diploma/records.ts'

const count = Number(process.argv[2] ?? 100_000)
const salt = new Uint8Array(32).fill(5)
const seed = Date.now() % 2 ** 31
const seen = { pressed: 0, ordinary: 0 }
const press = newPress()

async function prove(start: number, many: number): Promise<void> {
  for (const record of fc.sample(anyDiploma, { numRuns: many, seed: seed + start })) {
    await press.prepare([record])
    const { text, filled } = await press.issue(record, salt)
    if (Buffer.from(text, 'latin1').toString('utf8') !== canonicalJson(await ordinarily(record))) {
      throw new Error(`The two ways differ (seed ${seed + start}): ${JSON.stringify(record)}`)
    }
    seen[filled ? 'pressed' : 'ordinary'] += 1
  }
}

for (let done = 0; done < count; done += 1000) {
  await prove(done, Math.min(1000, count - done))
  if (done % 10_000 === 0) console.log(`${done + Math.min(1000, count - done)} of ${count}`)
}
console.log(`${count} random diplomas (seed ${seed}) agree byte for byte: ${seen.pressed} pressed from a form, ${seen.ordinary} that had to go the ordinary way.`)
