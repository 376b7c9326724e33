// SPDX-License-Identifier: EUPL-1.2
import { describe, sayEvents } from '#domain/scenario/index.ts'
import type { Progress } from '#domain/scenario/index.ts'
import type { Text } from '#domain/text.ts'
import { createFilm } from './replay-film.ts'
import type { Recorded } from './replay-film.ts'
import type { Session, SessionChange } from './session.ts'
import type { Clock } from './stopwatch.ts'

/** How fast a replay may go, of the time it took. */
export const speeds = [0.5, 1, 2, 4, 8] as const
export type Speed = (typeof speeds)[number]

/**
 * An attempt being looked at again. A scene shows it as it shows any session: it cannot be acted upon, and its world at
 * any time is what replaying its gestures up to that time gives. `pause` and `resume` stop it and let it go on.
 */
export type ReplaySession = Session & {
  readonly replaying: true
  readonly length: number
  readonly speed: Speed
  /** How many gestures are done, and how many there are. */
  readonly count: number
  readonly recorded: number
  /** When each gesture was made. */
  readonly recordedAt: readonly number[]
  setSpeed(speed: Speed): void
  /** Goes to a time at once, forwards or backwards. */
  seek(ms: number): void
  /** Goes to the next gesture (1) or the one before (-1), and stays there. */
  step(by: 1 | -1): void
  /** Brings the world to now: to be called before each picture while it runs. */
  advance(): void
  /** What the last gesture did, in words. */
  said(): Text[]
  /** Calls back whenever the time, the speed or whether it runs has changed. */
  watch(listener: () => void): () => void
}

/** Opens a recording to be looked at; it stands at its beginning, paused. */
export function createReplaySession(recorded: Recorded, clock: Clock): ReplaySession {
  const { scenario, head, actions } = recorded
  const film = createFilm(recorded)
  const listeners = new Set<(change: SessionChange) => void>()
  const watchers = new Set<() => void>()
  let [time, count, speed] = [0, 0, 1 as Speed]
  let since: number | null = null
  let progress: Progress = film.after(0)

  const tellWatchers = () => watchers.forEach((tell) => tell())
  const tell = (events: SessionChange['events']) => {
    const action = actions[Math.max(count - 1, 0)]
    if (action) for (const listener of listeners) listener({ action, events, progress })
  }
  /** A jump: the world is there at once, and nothing on the way is heard. */
  function jump(to: number) {
    time = Math.min(Math.max(Math.round(to), 0), film.length)
    if (since !== null) since = clock.now()
    const wanted = film.countAt(time)
    if (wanted !== count) {
      count = wanted
      progress = film.after(count)
      tell([])
    }
    tellWatchers()
  }
  /** Running on: each gesture is seen and heard in its turn. */
  function run(to: number) {
    time = Math.min(to, film.length)
    for (const wanted = film.countAt(time); count < wanted;) {
      count += 1
      progress = film.after(count)
      tell([...progress.events])
    }
    tellWatchers()
  }
  function advance() {
    if (since === null) return
    const now = clock.now()
    const to = time + (now - since) * speed
    since = to >= film.length ? null : now
    run(to)
  }
  const pause = () => {
    advance()
    since = null
    tellWatchers()
  }
  function step(by: 1 | -1) {
    pause()
    // Gestures of the same millisecond are one step: a time cannot stand between them.
    const at = by === 1 ? actions[count]?.at : actions.findLast((one) => one.at < (actions[count - 1]?.at ?? 0))?.at ?? 0
    if (at !== undefined) jump(at)
  }
  function resume() {
    if (since !== null) return
    if (time >= film.length) jump(0)
    since = clock.now()
    tellWatchers()
  }
  function setSpeed(wanted: Speed) {
    advance()
    speed = wanted
    tellWatchers()
  }

  return {
    replaying: true, scenario, head, mode: head.mode, length: film.length, recorded: actions.length, recordedAt: actions.map(({ at }) => at), pause, resume, step, advance, setSpeed, seek: jump,
    progress: () => progress,
    elapsed: () => Math.floor(time),
    act: () => [],
    offers: () => [],
    hint: () => null,
    description: () => describe(scenario, progress),
    said: () => (count > 0 ? sayEvents(scenario, progress) : []),
    subscribe: joined(listeners),
    watch: joined(watchers),
    actions: () => actions.slice(0, count),
    get over() { return progress.over ?? null },
    get paused() { return since === null },
    get speed() { return speed },
    get count() { return count },
  }
}

const joined = <Listener>(listeners: Set<Listener>) => (listener: Listener) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
