// SPDX-License-Identifier: EUPL-1.2
// npm run bench:diplomas [-- COUNT [WORKERS]]: a session from a file of checked lines to anchored and stored, on a real PostgreSQL of its own.
// Its folders are in TMPDIR (or /tmp); it asks first whether they have room.
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { sql } from 'kysely'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { migrate, openPostgres, readMigrations } from '#service/adapters/database/index.ts'
import { checkedFile } from '#service/adapters/diploma-lines/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { secretsFrom } from '#service/secrets.ts'
import { decideIssuing, issueSession, openIssuing, readProgress } from '#service/use-cases/diplomas/index.ts'
import type { DiplomaNeeds } from '#service/use-cases/diplomas/index.ts'
import { registerIssuer } from '#service/use-cases/issuing/index.ts'
import { decide } from '#tests/service/diplomas/jury.ts'
import { lineOf } from '#tests/service/diplomas/lines.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { checkDisk, load, processorMsOf } from './wear.ts'

const count = Number(process.argv[2] ?? 10_000)
const workers = Number(process.argv[3] ?? 2)
/** Rows with their indexes, their journal (WAL) until it is recycled, the file of lines. */
const [BYTES_EACH, BYTES_FIXED] = [4_000, 2 ** 30]
await checkDisk(tmpdir(), count * BYTES_EACH + BYTES_FIXED)
const folder = await mkdtemp(join(tmpdir(), 'compagnon-session-'))
const [postgres, ledger] = await Promise.all([startPostgres(), startEmbeddedLedger(join(folder, 'ledger'))])
const database = await openPostgres(postgres.url)
const { data_directory: dataDirectory } = (await sql<{ data_directory: string }>`show data_directory`.execute(database.db)).rows[0]!
const postmaster = Number((await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8')).split('\n')[0])
const spent: Record<string, number> = {}

/** The same function, its waiting counted under a name: parts overlap, so the sum may be more than the whole. */
const timed = <A extends unknown[], R>(name: string, work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
  const begun = performance.now()
  try {
    return await work(...args)
  } finally {
    spent[name] = (spent[name] ?? 0) + performance.now() - begun
  }
}

async function writeLines(file: string): Promise<void> {
  const out = createWriteStream(file)
  for (let n = 1; n <= count; n++) {
    const { result } = lineOf(n)
    if (!out.write(`${JSON.stringify({ ine: '0000000000X', ...result })}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

/** Processor so far, by who used it: this thread (lines, statements, trees), its workers (signing), PostgreSQL. Milliseconds. */
function processor() {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()]
  const ms = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000
  return { thisThread: ms(own), workers: ms(all) - ms(own), postgres: processorMsOf(postmaster) }
}
type Processor = ReturnType<typeof processor>

/** One stage: its wall time, and microseconds of processor for each diploma by who used them. */
const stageOf = (wall: number, before: Processor, after: Processor) => ({
  wallSeconds: +(wall / 1000).toFixed(1),
  ...Object.fromEntries((Object.keys(after) as (keyof Processor)[]).map((who) => [`${who}MicrosecondsEach`, +(((after[who] - before[who]) * 1000) / count).toFixed(1)])),
})

async function measure(needs: DiplomaNeeds): Promise<void> {
  let [peak, treesBegun] = [0, undefined as undefined | { at: number; used: Processor }]
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()) }, 100)
  const begun = { at: performance.now(), used: processor(), load: load() }
  await openIssuing(needs)({ results: 'bench', session: '2026-07', academy })
  const readLeaves: DiplomaNeeds['store']['leaves'] = (...place) => {
    treesBegun ??= { at: performance.now(), used: processor() }
    return needs.store.leaves(...place)
  }
  const issue = issueSession({ ...needs,
    lines: { ...needs.lines, after: timed('reading the file', needs.lines.after) },
    makers: { ...needs.makers, make: timed('signing, in threads', needs.makers.make) },
    store: { ...needs.store, keepPart: timed('storing parts', needs.store.keepPart), leaves: timed('reading leaves', readLeaves), keepBatch: timed('storing trees', needs.store.keepBatch) },
  })
  await issue('bench')
  const issued = { at: performance.now(), used: processor() }
  const { root } = await readProgress(needs)('bench')
  const [issuer, place] = [(await needs.issuers.issuerOf(academy.id))!, (await needs.ledger.place())!]
  await decideIssuing(needs)('bench', await decide({ ...place, rpc: ledger.rpcUrl }, issuer.account, 'bench', root as Bytes32))
  while (await issue('bench')) {
    await needs.ledger.follow()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  clearInterval(watch)
  const ended = { at: performance.now(), used: processor() }
  const trees = treesBegun ?? issued
  const session = (await needs.store.session('bench'))!
  const sizes = await database.db.selectNoFrom(eb => eb.fn<number>('pg_total_relation_size', [eb.val('diplomas')]).as('bytes')).executeTakeFirstOrThrow()
  console.log(JSON.stringify({
    count, workers, state: session.state, issued: session.issued, load: { before: begun.load, after: load() },
    peakResidentMB: Math.round(peak / 2 ** 20), bytesEach: Math.round(Number(sizes.bytes) / count),
    whole: stageOf(ended.at - begun.at, begun.used, ended.used),
    stages: {
      signedAndStored: stageOf(trees.at - begun.at, begun.used, trees.used),
      inTrees: stageOf(issued.at - trees.at, trees.used, issued.used),
      decidedAndAnchored: stageOf(ended.at - issued.at, issued.used, ended.used),
    },
    waitedSeconds: Object.fromEntries(Object.entries(spent).map(([name, ms]) => [name, +(ms / 1000).toFixed(1)])),
  }, null, 1))
}

const academy = academyOf('25', 'Versailles')
const file = join(folder, 'lines.ndjson')
await migrate(database, await readMigrations())
await writeLines(file)
const shared = {
  config: { publicOrigin: 'http://localhost:3999', dataDir: folder }, database, secrets: secretsFrom(randomBytes(32).toString('hex')),
  edge: systemEdge, ledger: { rpcUrl: ledger.rpcUrl, embedded: true as const, isKept: ledger.isKept },
}
const issuing = await issuingNeeds(shared)
const diplomas = await diplomaNeeds(shared, issuing, workers)
try {
  await issuing.needs.issuers.keepAcademy(academy)
  while ((await registerIssuer(issuing.needs)(academy)).registeredAt === null) {
    await issuing.needs.ledger.follow()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  await measure(diplomas.over(checkedFile(file)))
} finally {
  await diplomas.close()
  issuing.close()
  await ledger.close()
  await database.close()
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
