// SPDX-License-Identifier: EUPL-1.2
// A file of results, a PostgreSQL and an embedded ledger, for the command that issues; and what both sides hold at the end.
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCreateAddress, Interface } from 'ethers'
import { sql } from 'kysely'
import pino from 'pino'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { openPostgres } from '#service/adapters/database/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { EMBEDDED_CHAIN, startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { readConfig } from '#service/config.ts'
import { SIZES } from '#service/rooms/diplomas.ts'
import type { Shared } from '#service/rooms.ts'
import { openShared } from '#service/server.ts'
import { decide } from '#tests/service/diplomas/jury.ts'
import { lineOf } from '#tests/service/diplomas/lines.ts'
import { startPostgres } from '#tests/support/postgres.ts'
import { RESEAL, startIssuing } from './killable-issue.ts'
import { nodeUrlOf } from './killable.ts'
import { askNode, dumpLedger } from './raw-ledger.ts'

/** So many that signing lasts some seconds, and kills find it between two parts. */
const LINES = Number(process.env.LINES ?? 12_000)
const ACADEMY = '25'
const words = new Interface(compiled.abi)
const isAdmitted = (line: number) => line % 10 !== 1

/** The keys of the admitted lines of the file, nine of ten. */
export const admittedKeys = Array.from({ length: LINES }, (_, i) => i + 1).filter(isAdmitted).map(line => String(line).padStart(9, '0'))

export const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

type AnchorSeen = { block_number: number; block_hash: string }

async function anchorInABlock(look: () => Promise<AnchorSeen[]>): Promise<AnchorSeen> {
  for (;;) {
    const [anchor] = await look()
    if (anchor) return anchor
    await pause(50)
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>

/** Sessions are named by their month. */
export async function openStage() {
  const [dataDir, postgres] = await Promise.all([mkdtemp(join(tmpdir(), 'compagnon-kill-')), startPostgres()])
  const file = join(dataDir, 'lines.ndjson')
  const lines = Array.from({ length: LINES }, (_, i) => ({ ine: '0000000000X', ...lineOf(i + 1).result, decision: isAdmitted(i + 1) ? 'admitted' : 'refused' }))
  await writeFile(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''))

  async function inDatabase<Value>(look: (database: Database) => Promise<Value>): Promise<Value> {
    const database = await openPostgres(postgres.url)
    try {
      return await look(database)
    } finally {
      await database.close()
    }
  }
  const rowsOf = <Row>(query: string) => inDatabase(async ({ db }) => (await sql<Row>`${sql.raw(query)}`.execute(db)).rows)
  async function onLedger<Value>(work: (rpc: string) => Promise<Value>): Promise<Value> {
    const ledger = await startEmbeddedLedger(join(dataDir, 'ledger'))
    try {
      return await work(ledger.rpcUrl)
    } finally {
      await ledger.close()
    }
  }
  const kept = join(dataDir, 'ledger-before.json')
  return {
    dataDir, rowsOf,
    /** The command that counts both sides, of one session or of all: its exit code, and what it said. */
    async count(month?: string): Promise<{ code: number | null; said: string }> {
      const run = startIssuing(dataDir, postgres.url, ['count', ...(month === undefined ? [] : [file, '--results', `${month}-${ACADEMY}`])])
      return { code: await run.ended, said: run.said() }
    },
    /** Between two runs: the ledger as it stands now, and the ledger put back to what it was then. */
    keepLedger: () => copyFile(join(dataDir, 'ledger', 'state.json'), kept),
    putLedgerBack: () => copyFile(kept, join(dataDir, 'ledger', 'state.json')),
    /** Undoes the block in which a batch of this session was just anchored, and all after it; gives how many. */
    async reorganise(month: string): Promise<number> {
      const anchor = await anchorInABlock(() => rowsOf(`select t.block_number, t.block_hash from ledger_transactions t join diploma_batches b on t.idempotency_key like 'anchor:' || b.root || ':%'
        where b.session = '${month}-${ACADEMY}' and t.block_number is not null order by t.sequence limit 1`))
      const rpc = await nodeUrlOf(dataDir)
      const depth = Number(await askNode(rpc, 'eth_blockNumber')) - Number(anchor.block_number) + 1
      await askNode(rpc, 'anvil_reorg', [depth, []])
      // Else the node would put them into its next block by itself.
      await askNode(rpc, 'anvil_dropAllTransactions')
      // The command may have sent it again meanwhile; then it is in a block of its own.
      const there = await askNode<{ hash: string } | null>(rpc, 'eth_getBlockByNumber', [`0x${Number(anchor.block_number).toString(16)}`, false])
      if (there?.hash === anchor.block_hash) throw new Error('The anchor was not undone')
      return depth
    },
    restartDatabase: postgres.restart,
    command: (month: string, more: string[]) => startIssuing(dataDir, postgres.url, [file, '--session', month, '--academy', ACADEMY, ...more]),
    /** The command that seals again what was issued. */
    reseal: () => startIssuing(dataDir, postgres.url, ['reseal'], RESEAL),
    /** Looks with the service's own parts, as they are between two commands. */
    async withParts<Value>(look: (shared: Shared) => Promise<Value>): Promise<Value> {
      const opened: (() => Promise<void>)[] = []
      try {
        return await look(await openShared(readConfig({ DATA_DIR: dataDir, DATABASE_URL: postgres.url }), { logger: pino({ level: 'silent' }) }, opened))
      } finally {
        for (const part of opened.reverse()) await part()
      }
    },
    /** The jury decides over this root; gives the deliberation. */
    async decideOver(month: string, root: Bytes32): Promise<string> {
      const [deployment] = await rowsOf<{ account: string; nonce: number }>(`select account, nonce from ledger_transactions where purpose = 'deploy'`)
      const [issuer] = await rowsOf<{ account: string }>('select account from issuers')
      const contract = getCreateAddress({ from: deployment!.account, nonce: deployment!.nonce })
      return onLedger(rpc => decide({ chainId: EMBEDDED_CHAIN, contract, rpc }, issuer!.account, `${month}-${ACADEMY}`, root))
    },
    /** When this share of a session's lines is kept as diplomas; none: when the first part is. */
    issued: (month: string, share: number) => inDatabase(async ({ db }) => {
      const look = sql`select 1 from issuing_sessions where id = ${`${month}-${ACADEMY}`} and issued >= ${Math.max(1, Math.floor(share * admittedKeys.length))}::int`
      while ((await look.execute(db)).rows.length === 0) await pause(20)
    }),
    /** In which phase a session stands, in words. */
    async standing(month: string): Promise<string> {
      const batches = (more: string) => `(select count(*) from diploma_batches b where b.session = s.id ${more})`
      const [at] = await rowsOf<{ issued: number; closed: number; confirmed: number; decided: boolean }>(`select issued, ${batches('')}::int as closed,
        ${batches('and confirmed_at is not null')}::int as confirmed, deliberation is not null as decided from issuing_sessions s where id = '${month}-${ACADEMY}'`)
      if (!at) return 'before it was opened'
      if (at.issued === 0) return 'before the first part'
      if (at.issued < admittedKeys.length) return 'between two parts'
      if (at.closed < Math.ceil(at.issued / SIZES.batch)) return 'between the last part and its batches'
      if (!at.decided) return 'in batches, before the jury'
      return at.confirmed < at.closed ? 'between the jury and the confirmation' : 'confirmed, before its end'
    },
    /** What the database holds of a session: its diplomas, and its confirmed batches with their leaves. */
    async held(month: string) {
      const diplomas = await rowsOf<{ key: string; id: string; leaf: string }>(`select record_key as key, id, encode(leaf, 'hex') as leaf from diplomas
        where session = '${month}-${ACADEMY}' order by record_key`)
      const batches = await rowsOf<{ root: string; leaves: string }>(`select b.root, string_agg(encode(k.leaves, 'hex'), '' order by k.block) as leaves from diploma_batches b
        join diploma_blocks k on k.session = b.session and k.batch = b.ordinal where b.session = '${month}-${ACADEMY}' and b.confirmed_at is not null group by b.root`)
      return { diplomas, batches: batches.map(({ root, leaves }) => ({ root, leaves: leaves.match(/.{64}/g) ?? [] })) }
    },
    /** Roots as the ledger's own events tell them. */
    async anchoredRoots(): Promise<string[]> {
      const { receipts } = await onLedger(dumpLedger)
      const topic = words.getEvent('RootAnchored')?.topicHash
      return receipts.filter(({ status }) => status === '0x1').flatMap(({ logs }) => logs).filter(({ topics }) => topics[0] === topic).map(({ topics }) => String(topics[1]))
    },
    async close() {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
