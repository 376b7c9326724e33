// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest'
import { statementsOf } from '#domain/evidence/index.ts'
import type { RecordingHead } from '#domain/evidence/index.ts'
import { lockOut, lockOutDigest, traceOf } from '#tests/support/lock-out.ts'
import { expertPlay, shockPlay } from '#tests/support/plays.ts'

const head: RecordingHead = { scenario: { id: lockOut.id, digest: lockOutDigest }, seed: 0, mode: 'assessed', assurance: 'online', nonce: 'a'.repeat(32) }
const attempt = { head, actor: { homePage: 'https://school.example', name: '7f3a' }, startedAt: new Date('2026-11-23T08:00:00Z'), base: 'https://compagnon.example/xapi' }

describe('the recording as xAPI statements', () => {
  const statements = statementsOf(lockOut, traceOf(0, expertPlay(0)), attempt)

  it('has one per action, dated from the attempt’s beginning', () => {
    expect(statements).toHaveLength(expertPlay(0).length)
    expect(statements[0]).toMatchObject({ timestamp: '2026-11-23T08:00:02.000Z', verb: { id: 'https://compagnon.example/xapi/verbs/read' } })
  })

  it('has ids that are UUIDs, all different, and the same when made again', () => {
    const ids = statements.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(statementsOf(lockOut, traceOf(0, expertPlay(0)), attempt)).toEqual(statements)
  })

  it('tells what happened', () => {
    const [, touched] = statementsOf(lockOut, traceOf(0, shockPlay()), attempt)
    expect(JSON.stringify(touched?.result)).toContain('shock')
  })
})
