// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '#domain/canonical.ts'
import { DomainError } from '#domain/errors.ts'
import { checkHead, checkPace, checkTiming, linkOf, mostActions, mostPerSecond, placeInChain } from '#domain/evidence/chain.ts'
import type { Link } from '#domain/evidence/chain.ts'
import type { Chunk, RecordingHead } from '#domain/evidence/recording.ts'
import { ServiceError } from '../errors.ts'
import { isTooLate } from '../sessions/end.ts'
import type { Actor, AttemptFile, Clock, EvidenceStore, Playable, ReceivedChunk, ScenarioLibrary } from './ports.ts'
import { rememberedWorlds } from './worlds.ts'

type PlayOn = ReturnType<typeof rememberedWorlds>
type Needs = { evidence: EvidenceStore; scenarios: ScenarioLibrary; clock: Clock }
/** `head`: what the device says it played with; required with the first chunk. */
type Sent = Chunk & { head?: RecordingHead }
export type Acknowledged = { sequence: number; digest: Digest; receivedAt: Date; isNew: boolean }

/**
 * Receives the next chunk of one's own open attempt, dates it and keeps it for good. The same chunk again gets the
 * same answer. Refuses, leaving what was acknowledged as it is: ERR_ATTEMPT_UNKNOWN (also for another's attempt),
 * ERR_ATTEMPT_CLOSED, ERR_SESSION_CLOSED (made under supervision, and the session ended too long ago),
 * ERR_SCENARIO_DIGEST, ERR_SEED_MISMATCH, ERR_NONCE_REUSED, ERR_NONCE_UNKNOWN,
 * ERR_CHUNK_ALTERED, ERR_CHAIN_BROKEN, ERR_TIMING_IMPOSSIBLE, ERR_UNKNOWN_ACTION, ERR_RECORDING_TOO_LONG.
 */
export const receiveChunk = ({ evidence, scenarios, clock }: Needs) => {
  const playOn = rememberedWorlds()
  return async (actor: Actor, id: string, sent: Sent): Promise<Acknowledged> => {
    const found = await evidence.read(id)
    if (!found || found.attempt.person !== actor.id) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    const { head } = found.attempt
    if (sent.head) await compareHeads(evidence, head, sent.head)
    else if (sent.sequence === 0) throw new DomainError('ERR_CHAIN_BROKEN', { sequence: 0, expected: 0 })
    const playable = await scenarios.version(head.scenario.digest)
    if (!playable) throw new DomainError('ERR_SCENARIO_DIGEST', { digest: head.scenario.digest })
    const chunk: Chunk = { sequence: sent.sequence, previous: sent.previous, actions: sent.actions }
    const answer = await evidence.change(id, (file) => acknowledge(file, playable, chunk, clock.now(), playOn))
    if (!answer) throw new ServiceError('ERR_ATTEMPT_UNKNOWN', { attempt: id })
    return answer
  }
}

async function compareHeads(evidence: EvidenceStore, given: RecordingHead, played: RecordingHead): Promise<void> {
  if (played.nonce !== given.nonce && (await evidence.attemptOfNonce(played.nonce))) {
    throw new DomainError('ERR_NONCE_REUSED')
  }
  checkHead(given, played)
}

function acknowledge(file: AttemptFile, playable: Playable, chunk: Chunk, now: Date, playOn: PlayOn) {
  const { attempt, chunks } = file
  const links = linksOf(chunks)
  const before = links.at(-1)
  const already = chunks[chunk.sequence]
  if (placeInChain(attempt.head, links, chunk) === 'known' && already) {
    return { answer: acknowledgement(already, false), writes: [] }
  }
  if (attempt.status !== 'open') throw new DomainError('ERR_ATTEMPT_CLOSED', { attempt: attempt.id })
  if (file.session && attempt.head.assurance === 'supervised' && isTooLate(file.session, now)) {
    throw new ServiceError('ERR_SESSION_CLOSED')
  }
  const earlier = chunks.flatMap(({ actions }) => actions)
  if (earlier.length + chunk.actions.length > mostActions) {
    throw new DomainError('ERR_RECORDING_TOO_LONG', { most: mostActions })
  }
  checkTiming(chunk.actions, before?.lastAt ?? 0, now.getTime() - attempt.startedAt.getTime())
  checkPace([...earlier.slice(-mostPerSecond), ...chunk.actions])
  const { digest } = linkOf(chunk, before)
  // What the world does not know is refused here, with the same rules as on the device.
  playOn(playable, attempt.head, chunks, chunk.actions, digest)
  const received: ReceivedChunk = { ...chunk, digest, receivedAt: now }
  return { answer: acknowledgement(received, true), writes: [{ kind: 'chunk' as const, chunk: received }] }
}

const acknowledgement = ({ sequence, digest, receivedAt }: ReceivedChunk, isNew: boolean): Acknowledged =>
  ({ sequence, digest, receivedAt, isNew })

/** The chain as far as it was acknowledged. */
const linksOf = (chunks: readonly ReceivedChunk[]): Link[] =>
  chunks.map(({ sequence, digest, actions }) => ({ sequence, digest, lastAt: actions.at(-1)?.at ?? 0 }))
