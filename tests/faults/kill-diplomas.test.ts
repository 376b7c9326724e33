// SPDX-License-Identifier: EUPL-1.2
// The command that issues diplomas is killed at random moments of its whole length, its database is restarted under it, its
// ledger stands still, is reorganised and put back: one credential and one confirmed leaf for each admitted line, counted on
// both sides. The long version: KILLS=20 LINES=150000 LEDGER_STOPPED_MS=60000.
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { SIZES } from '#service/rooms/diplomas.ts'
import { admittedKeys, openStage, pause } from './diploma-stage.ts'
import type { Stage } from './diploma-stage.ts'
import { nodeOf, tell } from './killable.ts'

const KILLS = Number(process.env.KILLS ?? 4)
const LEDGER_STOPPED_MS = Number(process.env.LEDGER_STOPPED_MS ?? 15_000)
const KILLS_OF_A_SESSION = 7
const PARTS = Math.ceil(admittedKeys.length / SIZES.part)

let stage: Stage
/** In which phase each kill fell. */
const kills: string[] = []
const disturbances: string[] = []

beforeAll(async () => { stage = await openStage() })
afterAll(async () => stage.close())

/** Its phases, in their order: until the first part is kept, until the last is, until all are in batches; then, in another run, until they are confirmed. */
const PHASES = ['beginning', 'signing', 'batching', 'anchoring'] as const
type Phase = (typeof PHASES)[number]
/** How long each lasts when nothing happens to it, in milliseconds. */
type Length = Record<Phase, number>
/** A moment to kill it: in which phase, and after which share of it. */
type Moment = { phase: Phase; share: number }

const rootIn = (said: string) => /0x[0-9a-f]{64}/.exec(said)?.[0] as Bytes32

/**
 * Runs the command and kills it at this moment: it goes on where it was killed before, so what is stored tells where it is,
 * and the clock the rest. One that ended before was not killed.
 */
async function runAndDie(month: string, more: string[], { phase, share }: Moment, length: Length): Promise<void> {
  const run = stage.command(month, more)
  await run.opened
  if (phase === 'signing') await Promise.race([stage.issued(month, share), run.ended])
  if (phase === 'batching') await Promise.race([stage.issued(month, 1), run.ended])
  await pause(phase === 'signing' ? Math.random() * length.signing / PARTS : share * length[phase])
  if (await run.kill()) kills.push(await stage.standing(month))
}

/** Runs it to its end: whatever is done under it meanwhile, it waits and goes on. */
async function runToItsEnd(month: string, more: string[], disturb?: () => Promise<void>): Promise<{ said: string; ms: number }> {
  const run = stage.command(month, more)
  await run.opened
  const begun = performance.now()
  const done = run.says(more.length === 0 ? 'the jury signs' : 'Issued and anchored').then(() => performance.now() - begun)
  // Left alone, it would wait for its database for ever.
  await disturb?.().catch(async (error: unknown) => {
    await run.kill()
    throw error
  })
  const code = await run.ended
  if (code !== 0) throw new Error(`It ended with ${code}: ${run.said()}`)
  return { said: run.said(), ms: await done }
}

async function undisturbed(month: string): Promise<Length> {
  const since: number[] = []
  const { said, ms } = await runToItsEnd(month, [], async () => {
    const opened = performance.now()
    for (const share of [0, 1]) {
      await stage.issued(month, share)
      since.push(performance.now() - opened)
    }
  })
  const [first = 0, last = 0] = since
  const anchored = await runToItsEnd(month, ['--deliberation', await stage.decideOver(month, rootIn(said))])
  return { beginning: first, signing: last - first, batching: ms - last, anchoring: anchored.ms }
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
  tell(node, 'SIGCONT')
  disturbances.push(`the ledger stood still for ${LEDGER_STOPPED_MS} ms`)
}

/** Of two moments one is drawn from the whole length, most of which is signing; the other from any phase alike. */
function draw(length: Length, wanted: number): Moment[] {
  const whole = PHASES.reduce((sum, phase) => sum + length[phase], 0)
  const anywhere = (): Moment => {
    let left = Math.random() * whole
    const phase = PHASES.find(one => (left -= length[one]) < 0) ?? 'anchoring'
    return { phase, share: 1 + left / length[phase] }
  }
  const anyPhase = (): Moment => ({ phase: PHASES[Math.floor(Math.random() * PHASES.length)] ?? 'signing', share: Math.random() })
  const place = ({ phase, share }: Moment) => PHASES.indexOf(phase) + share
  return Array.from({ length: wanted }, (_, n) => (n % 2 === 0 ? anywhere() : anyPhase())).sort((a, b) => place(a) - place(b))
}

/** One session: killed at random moments, then brought to its end. */
async function issueUnderFire(month: string, wanted: number, length: Length): Promise<void> {
  const moments = draw(length, wanted)
  for (const moment of moments.filter(({ phase }) => phase !== 'anchoring')) await runAndDie(month, [], moment, length)
  const { said } = await runToItsEnd(month, [])
  const more = ['--deliberation', await stage.decideOver(month, rootIn(said))]
  for (const moment of moments.filter(({ phase }) => phase === 'anchoring')) await runAndDie(month, more, moment, length)
  await runToItsEnd(month, more)
}

/** One session whose ledger stands still, has its blocks undone, and is put back at last to what it was before the anchoring. */
async function issueOnAPoorLedger(month: string): Promise<void> {
  const { said } = await runToItsEnd(month, [], restartDatabase)
  const more = ['--deliberation', await stage.decideOver(month, rootIn(said))]
  await stage.keepLedger()
  const waited = await runToItsEnd(month, more, async () => {
    await holdLedger()
    disturbances.push(`the chain was reorganised: ${await stage.reorganise(month)} blocks undone, the anchor's among them`)
  })
  expect(waited.said).toContain('The ledger does not answer')
  expect(waited.said).toContain('The ledger answers again')
  await stage.putLedgerBack()
  expect((await stage.count(month)).said).toContain('the ledger does not have the root')
  await runToItsEnd(month, more)
  disturbances.push('the ledger was put back to before the anchoring')
}

const monthAt = (n: number) => `${2027 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

it(`after ${KILLS} kills, a database restarted, a ledger held, undone and put back, each admitted line has one credential and one confirmed leaf`, async () => {
  const months = [monthAt(0), monthAt(1)]
  await issueOnAPoorLedger(monthAt(0))
  const length = await undisturbed(monthAt(1))
  // One that ended by itself before its moment was not killed; another session is then tried.
  for (let n = 2; kills.length < KILLS && n < 2 + 2 * KILLS; n++) {
    months.push(monthAt(n))
    await issueUnderFire(monthAt(n), Math.min(KILLS_OF_A_SESSION, KILLS - kills.length), length)
  }
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`
  console.log([`${admittedKeys.length} lines a session, ${months.length} sessions; undisturbed: ${PHASES.map(phase => `${phase} ${seconds(length[phase])}`).join(', ')}`,
    ...[...new Set(kills)].map(phase => `${kills.filter(one => one === phase).length} kills ${phase}`), ...disturbances].join('\n'))
  expect(kills).toHaveLength(KILLS)
  expect(await stage.count()).toMatchObject({ code: 0 })

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
}, 3_600_000)
