// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react'
import type { Progress } from '#domain/scenario/index.ts'
import { passTime } from '#domain/workshop/passing.ts'
import type { World } from '#domain/workshop/pieces.ts'
import { onBench } from '#domain/workshop/solder/bench.ts'
import { curvesOf } from '#domain/workshop/solder/curve.ts'
import type { Curve } from '#domain/workshop/solder/curve.ts'
import type { Session } from '../../../engine/session.ts'
import { useProgress } from '../use-session.ts'

/** The bench as it is at this moment, and not only after the last gesture. */
export type BenchNow = { progress: Progress; world: World; now: number }

const LOOK_MS = 200

/** Whether something heats, cools or melts by itself. */
const lively = (world: World): boolean => {
  const [iron, board] = [onBench(world, 'soldering-iron')?.[1], onBench(world, 'circuit-board')?.[1]]
  return Boolean(iron?.on) || Object.values(board?.joints ?? {}).some(({ pad }) => pad > 30)
}

/** Looks at the bench five times a second while it lives. */
export function useBenchNow(session: Session): BenchNow {
  const progress = useProgress(session)
  const [now, setNow] = useState(session.elapsed())
  useEffect(() => {
    setNow(session.elapsed())
    if (!lively(progress.world)) return
    const timer = setInterval(() => setNow(session.elapsed()), LOOK_MS)
    return () => clearInterval(timer)
  }, [session, progress])
  const at = Math.max(now, progress.trace.moments.at(-1)?.at ?? 0)
  return { progress, world: passTime(progress.world, at).world, now: at }
}

/** The curve of the last touch of the iron. */
export const lastCurve = ({ progress, now }: BenchNow): Curve | undefined => {
  const from = progress.trace.moments.findLastIndex(({ action, world }) => action.name === 'apply-iron' && Boolean(onBench(world, 'circuit-board')?.[1].contact))
  return from < 0 ? undefined : curvesOf(progress.trace.moments.slice(from), now)[0]
}
