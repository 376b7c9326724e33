// SPDX-License-Identifier: EUPL-1.2
// npm run prove-diplomas [-- COUNT [PROCESSES]]: as many random diplomas, each pressed from a form and signed the ordinary way,
// compared byte for byte. The ordinary tests do it for a few hundred; a hundred thousand take minutes, shared out over processes.
import { fork } from 'node:child_process'
import fc from 'fast-check'
import { canonicalJson, digestOfText } from '#domain/canonical.ts'
import { fastHashes } from '#service/adapters/hashing/index.ts'
import { newPress, ordinarilyOften } from '#tests/domain/credential/diploma/hands.ts'
import { anyDiploma } from '#tests/domain/credential/diploma/records.ts'

const CHUNK = 500
const salt = new Uint8Array(32).fill(5)
type Seen = { pressed: number; ordinary: number }
type Share = { seed: number; count: number }

/** Proves this many diplomas, drawn from this seed; tells how many after each chunk. */
async function prove({ seed, count }: Share, tell: (seen: Seen) => void): Promise<void> {
  // As issuing does it: its proof's value tells that the quads were laid out right, its digest that the JSON was.
  const press = newPress(await fastHashes())
  for (let done = 0; done < count; done += CHUNK) {
    const seen = { pressed: 0, ordinary: 0 }
    for (const record of fc.sample(anyDiploma, { numRuns: Math.min(CHUNK, count - done), seed: seed + done })) {
      // Learns the form of a record that is of none yet; every text is compared with the ordinary one below.
      const { text, digest, filled } = press.press(record, salt) ?? (await press.prepare([record]), await press.issue(record, salt))
      const theirs = canonicalJson(await ordinarilyOften(record))
      if (Buffer.from(text, 'latin1').toString('utf8') !== theirs || `sha256:${Buffer.from(digest).toString('hex')}` !== digestOfText(theirs)) {
        throw new Error(`The two ways differ (seed ${seed + done}): ${JSON.stringify(record)}`)
      }
      seen[filled ? 'pressed' : 'ordinary'] += 1
    }
    tell(seen)
  }
}

/** The same in a process of its own. */
const elsewhere = (share: Share, tell: (seen: Seen) => void) => new Promise<void>((resolve, reject) => {
  const child = fork(new URL(import.meta.url), ['--share', JSON.stringify(share)])
  child.on('message', (seen) => tell(seen as Seen))
  child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`A process that proves ended with ${code}`))))
})

async function main(count: number, processes: number): Promise<void> {
  const seed = Date.now() % 2 ** 30
  const seen = { pressed: 0, ordinary: 0 }
  const tell = ({ pressed, ordinary }: Seen) => {
    const before = seen.pressed + seen.ordinary
    seen.pressed += pressed
    seen.ordinary += ordinary
    const now = seen.pressed + seen.ordinary
    if (Math.floor(now / 10_000) > Math.floor(before / 10_000)) console.log(`${now} of ${count}`)
  }
  const share = Math.ceil(count / processes)
  // Seeds a share apart: no chunk is proven twice.
  await Promise.all(Array.from({ length: processes }, (_, i) =>
    elsewhere({ seed: seed + i * share, count: Math.min(share, count - i * share) }, tell)))
  if (seen.pressed + seen.ordinary !== count) throw new Error(`Of ${count} only ${seen.pressed + seen.ordinary} were proven`)
  console.log(`${count} random diplomas (seed ${seed}) agree byte for byte: ${seen.pressed} pressed from a form, ${seen.ordinary} that had to go the ordinary way.`)
}

if (process.argv[2] === '--share') {
  await prove(JSON.parse(process.argv[3]!) as Share, (seen) => process.send!(seen))
  process.disconnect()
} else await main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 2))
