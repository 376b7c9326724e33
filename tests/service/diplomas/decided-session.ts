// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { verify } from '#domain/verification/index.ts'
import type { Database } from '#service/adapters/database/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { systemEdge } from '#service/adapters/people/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { academyOf } from '#service/issuing/run.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { secretsFrom } from '#service/secrets.ts'
import { decideIssuing, issueSession, openIssuing, readDiploma, readProgress } from '#service/use-cases/diplomas/index.ts'
import type { AdmittedLines, DiplomaNeeds } from '#service/use-cases/diplomas/index.ts'
import { issuingRound, readStatusList, registerIssuer } from '#service/use-cases/issuing/index.ts'
import type { RunningService } from '#tests/support/service.ts'
import * as jury from './jury.ts'

export const versailles = academyOf('25', 'Versailles')
export const lyon = academyOf('10', 'Lyon')
export const ORIGIN = 'http://localhost:3999'
const SIZES = { part: 256, batch: 2_048, block: 16 }

export type DecidedSessions = Awaited<ReturnType<typeof openDecidedSessions>>

/** Where it is all kept: a service that runs already, or nothing yet. */
type Where = { origin: string; folder: string; secret: string; rpcUrl: string; isKept: (block: number) => boolean; close(): Promise<void> }

async function nowhereYet(database: Database): Promise<Where> {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-decided-'))
  const ledger = await startEmbeddedLedger(folder)
  return { origin: ORIGIN, folder, secret: randomBytes(32).toString('hex'), rpcUrl: ledger.rpcUrl, isKept: ledger.isKept, async close() {
    await ledger.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  } }
}

/** Beside a running service: its own database, ledger and secret. */
export async function besides({ origin, dataDir }: RunningService, secret: string): Promise<Where> {
  const place = await vi.waitFor(async () => JSON.parse(await readFile(join(dataDir, 'ledger.json'), 'utf8')) as { rpc: string }, { timeout: 60_000, interval: 200 })
  return { origin, folder: dataDir, secret, rpcUrl: place.rpc, isKept: () => true, close: async () => undefined }
}

/** An academy that stands on a ledger, and issues sessions that a jury of passkeys decides. */
export async function openDecidedSessions(database: Database, academy = versailles, found?: Where) {
  const where = found ?? await nowhereYet(database)
  const shared = {
    config: { publicOrigin: where.origin, dataDir: where.folder }, database, secrets: secretsFrom(where.secret),
    edge: systemEdge, ledger: { rpcUrl: where.rpcUrl, embedded: true as const, isKept: where.isKept },
  }
  const issuing = await issuingNeeds(shared)
  const diplomas = await diplomaNeeds(shared, issuing, 1)
  const { needs } = issuing
  await needs.issuers.keepAcademy(academy)
  const round = issuingRound(needs, { ledgerAnswers: true, registered: false, lastError: null })
  await vi.waitFor(async () => {
    await needs.ledger.follow()
    expect((await registerIssuer(needs)(academy)).registeredAt).not.toBeNull()
  }, { timeout: 120_000, interval: 250 })

  const over = (lines: AdmittedLines): DiplomaNeeds => ({ ...diplomas.over(lines), sizes: SIZES })
  const until = async <T>(look: () => Promise<T | null | undefined | false>): Promise<T> => {
    for (let n = 0; n < 600; n++) {
      await round()
      const found = await look()
      if (found) return found
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error('never came to be')
  }
  return {
    database, issuing, needs, holding: diplomas.holding, over, round, until,
    /** Signs everything, has the jury decide on the very root, and anchors it. */
    async issue(lines: AdmittedLines, session: string) {
      const own = over(lines)
      await openIssuing(own)({ results: session, session: '2026-07', academy })
      await issueSession(own)(session)
      const { root } = await readProgress(own)(session)
      const issuer = (await needs.issuers.issuerOf(academy.id))!
      const place = (await needs.ledger.place())!
      await decideIssuing(own)(session, await jury.decide({ ...place, rpc: where.rpcUrl }, issuer.account, session, root as Bytes32))
      await until(async () => !(await issueSession(own)(session)))
    },
    async idOf(session: string, place: number): Promise<string> {
      const { rows } = await sql<{ id: string }>`select id from diplomas where session = ${session} and place = ${place}`.execute(database.db)
      return rows[0]!.id
    },
    bundleOf: (id: string) => readDiploma({ ...diplomas.needs, sizes: SIZES })(id, () => true),
    settled: () => until(async () => !(await needs.statuses.unanchored()).length && !(await needs.store.hasWork(new Date()))),
    /** `away`: the service is gone, and whoever asks it for a list gets none. */
    async verdictOn(text: string, { now = Math.ceil(Date.now() / 1000), away = false } = {}) {
      const { rpc, chainId, contract } = (await needs.ledger.place())!
      const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
      const fetchStatus = async (address: string) => {
        if (away) throw new Error('no such host')
        const [list = '', form] = address.split('/status/')[1]?.split('/') ?? []
        return JSON.parse(await readStatusList(needs)(list, form as 'suspension' | undefined)) as unknown
      }
      const { verdict } = await verify(text, { ledger: reader, fetchStatus, now })
      close()
      return verdict
    },
    async close() {
      await diplomas.close()
      issuing.close()
      await where.close()
    },
  }
}
