// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { linkOf, nextChunk } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { replay } from '#domain/evidence/replay.ts'
import { scenarioLibrary } from '#service/adapters/evidence-store/index.ts'
import type { Playable, ReceivedChunk } from '#service/use-cases/evidence/ports.ts'
import { rememberedWorlds } from '#service/use-cases/evidence/worlds.ts'
import { expertPlay, timed } from '#tests/support/plays.ts'

let playable: Playable
beforeAll(async () => {
  playable = (await (await scenarioLibrary({ scenarioText: async () => null })).all())
    .find(({ scenario }) => scenario.id === 'consignation-armoire') as Playable
})

const headFor = (seed: number): RecordingHead => ({
  scenario: { id: playable.scenario.id, digest: playable.digest }, seed, mode: 'assessed', assurance: 'online', nonce: '0'.repeat(32),
})

describe('a remembered world', () => {
  it('is the one that replaying from the start gives, however the recording is cut and however little is remembered', () => {
    fc.assert(fc.property(fc.constantFrom(0, 1, 2, 3), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 10 }), fc.constantFrom(0, 1, 500), (seed, sizes, most) => {
      const playOn = rememberedWorlds(most)
      const head = headFor(seed)
      const actions = timed(expertPlay(seed))
      const chunks: ReceivedChunk[] = []
      let last: Link | undefined
      let from = 0
      for (const size of sizes) {
        const chunk = nextChunk(head, last, actions.slice(from, from += size))
        last = linkOf(chunk, last)
        const progress = playOn(playable, head, chunks, chunk.actions, last.digest)
        chunks.push({ ...chunk, digest: last.digest, receivedAt: new Date(0) })
        expect(progress.trace).toEqual(replay(playable.scenario, { ...head, actions: actions.slice(0, from) }))
      }
    }), { numRuns: 20 })
  })
})
