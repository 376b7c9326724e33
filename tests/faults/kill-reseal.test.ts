// SPDX-License-Identifier: EUPL-1.2
// The command that seals again what was issued is killed at random moments, with its ledger: at its end each diploma is in one
// block once, under one root that the ledger has once.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkRenewals, renewalHashes, renewalLevel, toHex } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { rootOfTree, toFlatTree } from '#domain/anchoring/tree.ts'
import type { Bundle } from '#domain/verification/index.ts'
import { diplomaNeeds } from '#service/rooms/diplomas.ts'
import { issuingNeeds } from '#service/rooms/issuing.ts'
import { readDiploma } from '#service/use-cases/diplomas/index.ts'
import { admittedKeys, openStage, pause } from './diploma-stage.ts'
import type { Stage } from './diploma-stage.ts'

const KILLS = Number(process.env.KILLS ?? 4)
const WITHIN_MS = Number(process.env.WITHIN_MS ?? 3_000)
const MONTH = '2027-01'
const TRIES = 40

let stage: Stage

// Of its own for each try: a year that is done is done.
beforeEach(async () => {
  stage = await openStage()
  const signed = stage.command(MONTH, [])
  expect(await signed.ended).toBe(0)
  const deliberation = await stage.decideOver(MONTH, /0x[0-9a-f]{64}/.exec(signed.said())?.[0] as Bytes32)
  expect(await stage.command(MONTH, ['--deliberation', deliberation]).ended).toBe(0)
})
afterEach(async () => stage?.close())

/** Where it stood when it was killed; null when it had ended by itself before. */
async function runAndDie(): Promise<string | null> {
  const run = stage.reseal()
  await run.opened
  await pause(Math.floor(Math.random() * WITHIN_MS))
  if (!(await run.kill())) return null
  const [at] = await stage.rowsOf<{ said: string }>(`select state || ', ' || blocks || ' blocks' as said from renewals`)
  return at?.said ?? 'not opened'
}

it(`after ${KILLS} kills, each diploma is renewed once, under one root`, async () => {
  const kills: string[] = []
  for (let n = 0; n < TRIES && kills.length < KILLS; n++) {
    const at = await runAndDie()
    if (at === null) break
    kills.push(at)
  }
  console.log(kills.join('\n'))
  expect(kills.length).toBeGreaterThan(0)
  const last = stage.reseal()
  expect([await last.ended, last.said()]).toEqual([0, expect.stringContaining('are sealed again on the ledger')])

  const renewals = await stage.rowsOf<{ state: string; sealed: number; root: string }>('select state, sealed, root from renewals')
  expect(renewals).toEqual([{ state: 'confirmed', sealed: admittedKeys.length, root: expect.any(String) }])
  const blocks = await stage.rowsOf<{ block: number; first: number; count: number; leaves: Uint8Array; root: Uint8Array }>(
    'select block, first, count, leaves, root from renewal_blocks order by block')
  let next = 0
  for (const [i, { block, first, count, leaves, root }] of blocks.entries()) {
    expect([block, first]).toEqual([i, next])
    expect(toHex(root)).toBe(toHex(rootOfTree(toFlatTree(Uint8Array.from(leaves), renewalLevel(renewalHashes['blake2b-256']!)))))
    next += count
  }
  expect(next).toBe(admittedKeys.length)
  // The other side: the ledger has that root, once.
  expect((await stage.anchoredRoots()).filter(root => root === renewals[0]?.root)).toHaveLength(1)

  await stage.withParts(async shared => {
    const issuing = await issuingNeeds(shared)
    const diplomas = await diplomaNeeds(shared, issuing)
    const rows = await stage.rowsOf<{ id: string }>('select id from diplomas where place % 1000 = 7')
    expect(rows).toHaveLength(admittedKeys.filter((_, i) => i % 1000 === 7).length)
    for (const { id } of rows) {
      const bundle = JSON.parse(await readDiploma(diplomas.needs)(id, () => true)) as Bundle
      expect(checkRenewals({ ...bundle, renewals: bundle.renewals ?? [] })).toEqual([null])
    }
    await diplomas.close()
    issuing.close()
  })
}, 1_200_000)
