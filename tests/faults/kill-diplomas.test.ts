// SPDX-License-Identifier: EUPL-1.2
// The command that issues diplomas is killed while it signs, batches and anchors, its database is restarted under it and
// its ledger stands still: one credential and one confirmed leaf for each admitted line, counted on both sides.
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { admittedKeys, openStage, pause } from './diploma-stage.ts'
import type { Stage } from './diploma-stage.ts'
import { nodeOf, tell } from './killable.ts'

const KILLS = Number(process.env.KILLS ?? 4)
const LEDGER_STOPPED_MS = Number(process.env.LEDGER_STOPPED_MS ?? 3_000)
/** Signing, batching and anchoring so few take a second or two once all is open: kills fall anywhere in it. */
const WITHIN_MS = Number(process.env.WITHIN_MS ?? 1_500)
const TRIES = 6
const KILLS_OF_A_SESSION = 6

let stage: Stage
/** What was done, and where it left things. */
const kills: string[] = []
const disturbances: string[] = []

beforeAll(async () => { stage = await openStage() })
afterAll(async () => stage.close())

/** Runs the command and kills it at a random moment. */
async function runAndDie(month: string, more: string[]): Promise<void> {
  const run = stage.command(month, more)
  await run.opened
  while (run.isRunning() && !(await stage.isBegun(month))) await pause(20)
  await pause(Math.floor(Math.random() * WITHIN_MS))
  if (await run.kill()) kills.push(`${month}, ${more.length > 0 ? 'anchoring' : 'signing'}: ${await stage.standing(month)}`)
}

/** Runs it to its end, as often as it takes: what was done under it may have ended it with an error. */
async function runToItsEnd(month: string, more: string[], disturb?: () => Promise<void>): Promise<string> {
  const said: string[] = []
  for (let n = 0; n < TRIES; n++) {
    const run = stage.command(month, more)
    if (await run.opened && n === 0) await disturb?.()
    const code = await run.ended
    if (code === 0) return run.said()
    said.push(`${code}: ${run.said()}`)
  }
  throw new Error(`It never ended well: ${said.join('\n')}`)
}

async function restartDatabase(): Promise<void> {
  await pause(300)
  await stage.restartDatabase()
  disturbances.push('the database was restarted')
}

async function holdLedger(): Promise<void> {
  const node = await nodeOf(stage.dataDir)
  if (node === null) throw new Error('No ledger runs')
  process.kill(node, 'SIGSTOP')
  await pause(LEDGER_STOPPED_MS)
  // The command may have given up, and ended its node with it.
  tell(node, 'SIGCONT')
  disturbances.push(`the ledger stood still for ${LEDGER_STOPPED_MS} ms`)
}

/** One session: killed while it signs and while it anchors, then brought to its end. */
async function issueUnderFire(month: string, wanted: number, disturbed: boolean): Promise<void> {
  for (let n = 0; n < Math.ceil(wanted / 2); n++) await runAndDie(month, [])
  const said = await runToItsEnd(month, [], disturbed ? restartDatabase : undefined)
  const more = ['--deliberation', await stage.decideOver(month, /0x[0-9a-f]{64}/.exec(said)?.[0] as Bytes32)]
  for (let n = 0; n < Math.floor(wanted / 2); n++) await runAndDie(month, more)
  await runToItsEnd(month, more, disturbed ? holdLedger : undefined)
}

it(`after ${KILLS} kills, a database restarted and a ledger held, each admitted line has one credential and one confirmed leaf`, async () => {
  const months: string[] = []
  // One that ended by itself before its moment was not killed; another session is then tried.
  while (kills.length < KILLS && months.length < 2 * KILLS) {
    const month = `${2027 + Math.floor(months.length / 12)}-${String((months.length % 12) + 1).padStart(2, '0')}`
    months.push(month)
    await issueUnderFire(month, Math.min(KILLS_OF_A_SESSION, KILLS - kills.length), months.length === 1)
  }
  console.log([...kills, ...disturbances].join('\n'))
  expect(kills).toHaveLength(KILLS)

  const confirmed: string[] = []
  for (const month of months) {
    const { diplomas, batches } = await stage.held(month)
    expect(diplomas.map(({ key }) => key)).toEqual(admittedKeys)
    expect(new Set(diplomas.map(({ id }) => id)).size).toBe(admittedKeys.length)
    expect(new Set(diplomas.map(({ leaf }) => leaf)).size).toBe(admittedKeys.length)
    // The leaves that the roots prove: each diploma's is among them once.
    for (const { root, leaves } of batches) expect(SimpleMerkleTree.of(leaves.map(leaf => `0x${leaf}`)).root).toBe(root)
    const times = new Map<string, number>()
    for (const leaf of batches.flatMap(({ leaves }) => leaves)) times.set(leaf, (times.get(leaf) ?? 0) + 1)
    expect(diplomas.filter(({ leaf }) => times.get(leaf) !== 1)).toEqual([])
    confirmed.push(...batches.map(({ root }) => root))
  }
  // The other side: each root by one event of one transaction that was not refused, and nothing else.
  expect((await stage.anchoredRoots()).toSorted()).toEqual(confirmed.toSorted())
  expect(await stage.rowsOf(`select 1 from ledger_transactions where state <> 'confirmed'`)).toEqual([])
}, 1_200_000)
