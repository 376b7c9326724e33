// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import { DomainError } from '#domain/errors.ts'
import type { RecordingHead } from '#domain/evidence/recording.ts'
import { play, start } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Action } from '#domain/workshop/action.ts'
import type { Playable, ReceivedChunk } from './ports.ts'

/** Attempts being made at the same time, as far as it saves work to remember them. */
const mostWorlds = 500

/**
 * The world at the end of a chunk, by the chunk's digest. The chain makes that digest name the head and every chunk
 * before, so a remembered world is the one that replaying would give, on whichever replica; forgetting costs time only.
 */
export function rememberedWorlds(most = mostWorlds) {
  const worlds = new Map<Digest, Progress>()

  /** Plays what is new after what was acknowledged. Refuses what the world does not know, and anything once it is over. */
  return function playOn(playable: Playable, head: RecordingHead, chunks: readonly ReceivedChunk[], actions: readonly Action[], digest: Digest): Progress {
    const last = chunks.at(-1)
    let progress = (last && worlds.get(last.digest)) ?? fromTheStart(playable, head, chunks)
    for (const action of actions) {
      if (progress.over) throw new DomainError('ERR_ATTEMPT_CLOSED', { reason: progress.over })
      progress = play(playable.scenario, progress, action)
    }
    if (last) worlds.delete(last.digest)
    worlds.set(digest, progress)
    const [oldest] = worlds.keys()
    if (worlds.size > most && oldest) worlds.delete(oldest)
    return progress
  }
}

const fromTheStart = ({ scenario }: Playable, { seed, mode }: RecordingHead, chunks: readonly ReceivedChunk[]): Progress =>
  chunks.flatMap((chunk) => chunk.actions)
    .reduce((progress, action) => play(scenario, progress, action), start(scenario, { seed, mode }))
