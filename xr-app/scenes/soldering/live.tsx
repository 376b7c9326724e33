// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { passTime } from '#domain/workshop/passing.ts'
import type { World } from '#domain/workshop/pieces.ts'
import { onBench } from '#domain/workshop/solder/bench.ts'
import { fluxBurn } from '#domain/workshop/solder/constants.ts'
import type { Session } from '#app/engine/session.ts'
import type { Reading } from '#app/equipment/kind-body.ts'
import { useAmbient } from '#app/xr/ambient.ts'
import { useInHeadset } from '#app/xr/headset.tsx'
import type { Hands } from '#app/xr/hands.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import { ContactRing } from './contact-ring.tsx'
import { createCurveTrace } from './curve-trace.ts'
import { benchOf, createDriver, ironInHand } from './driver.ts'
import type { Side } from './in-hand.ts'
import { createSmoke } from './smoke.ts'

// A flat page shows the curve in words and lines of its own.
const CurveBoard = lazy(() => import('./curve-board.tsx').then((module) => ({ default: module.CurveBoard })))
// Nothing is soldered before the iron is hot: how it is done comes once the bench stands.
const hand = () => import('./iron-in-hand.tsx')
const IronInHand = lazy(() => hand().then((module) => ({ default: module.IronInHand })))

type Props = { workshop: StandingWorkshop; session: Session; reading: Reading; hands: Hands; side: 'left' | 'right' }

/** How often what heats and melts is brought to what it is now, and how often the station's display is written. */
const SHOW_MS = 60
const WRITE_MS = 500

/** Where there is something to solder: what heats, melts and smokes between two gestures, and the hand that does it. */
export function SolderingLive(props: Props) {
  const bench = useMemo(() => benchOf(props.session.progress().world), [props.session])
  return bench ? <Live {...props} bench={bench} /> : null
}

/** Whether anything changes by itself. */
function busy(world: World): boolean {
  const [iron, board] = [onBench(world, 'soldering-iron')?.[1], onBench(world, 'circuit-board')?.[1]]
  const hot = Object.values(board?.joints ?? {}).some(({ pad, lead }) => Math.max(pad, lead) > 60)
  return Boolean(iron && ((iron.on && !iron.ready) || iron.holder === 'hand')) || hot
}

function Live({ workshop, session, reading, hands, side, bench }: Props & { bench: NonNullable<ReturnType<typeof benchOf>> }) {
  const driver = useMemo(() => createDriver(session, bench), [session, bench])
  const trace = useMemo(createCurveTrace, [session])
  const inHeadset = useInHeadset()
  const smoke = useMemo(createSmoke, [])
  useEffect(() => () => smoke.dispose(), [smoke])
  // A failure is met, and said, when the iron is taken.
  useEffect(() => void hand().catch((cause: unknown) => console.info(`Soldering could not be fetched ahead: ${String(cause)}`)), [])
  const invalidate = useThree((s) => s.invalidate)
  const shown = useRef<World>(reading.world)
  const last = useRef({ shown: 0, written: 0 })
  useEffect(() => { shown.current = reading.world }, [reading])
  useAmbient(busy(reading.world))
  const inHand = ironInHand(reading.world)
  const taken = useTaken(inHand, side)
  // Iron in hand, joints are held and not touched, and the iron does not stand before them.
  useEffect(() => {
    const parts = (reading.setup.equipment[bench.board]?.parts ?? []).flatMap(({ id }) => workshop.hits.get(`${bench.board}.${id}`) ?? [])
    const own = inHand ? [...(workshop.hits.get(bench.iron) ?? []).filter(({ userData }) => userData['moving']), ...parts] : []
    for (const hit of own) Object.assign(hit, { pointerEvents: 'none' })
    return () => own.forEach((hit) => Object.assign(hit, { pointerEvents: undefined }))
  }, [workshop, bench, inHand, reading.setup])
  // The world that nothing changes in by itself: asked once, and not in every frame.
  const still = useRef<World>(undefined)
  useFrame((_, dt) => {
    if (shown.current === still.current && !smoke.points.visible) return
    if (!busy(shown.current) && !smoke.points.visible) {
      still.current = shown.current
      return
    }
    const now = performance.now()
    shown.current = passTime(shown.current, session.elapsed()).world
    trace.step(shown.current, session.elapsed())
    const live = { ...reading, world: shown.current }
    if (now - last.current.shown > SHOW_MS) {
      last.current.shown = now
      workshop.show(live, now)
    }
    if (now - last.current.written > WRITE_MS) {
      last.current.written = now
      workshop.rewrite(live)
    }
    if (smoke.step(Math.min(dt, 0.1), ...smokeOf(workshop, shown.current, bench.board))) invalidate()
  // Before the hand's own: the bench, shown after it, would put the iron back, at once for whoever asked for less motion.
  }, -1)
  return <>
    <primitive object={smoke.points} />
    <ContactRing workshop={workshop} board={bench.board} shown={shown} />
    {inHeadset && <Suspense fallback={null}><CurveBoard workshop={workshop} session={session} reading={reading} board={bench.board} inHand={inHand} trace={trace} /></Suspense>}
    <Suspense fallback={null}><IronInHand workshop={workshop} session={session} driver={driver} hands={hands} side={taken} bench={bench} active={inHand} /></Suspense>
  </>
}

/** The hand that took the iron keeps it, whatever the other hand touches meanwhile. */
function useTaken(inHand: boolean, side: Side): Side {
  const taken = useRef(side)
  const was = useRef(false)
  if (!inHand || !was.current) taken.current = side
  was.current = inHand
  return taken.current
}

type At = readonly [number, number, number]

/** From which joint smoke rises, how much of it, and where it is drawn. */
function smokeOf(workshop: StandingWorkshop, world: World, board: string): [At, number, At | null] {
  const joints = onBench(world, 'circuit-board')?.[1].joints ?? {}
  const [name, joint] = Object.entries(joints).sort(([, a], [, b]) => b.flux * b.pad - a.flux * a.pad)[0] ?? []
  const hottest = Math.max(joint?.pad ?? 0, joint?.lead ?? 0)
  const strength = joint && hottest > fluxBurn.from && joint.flux > fluxBurn.spent ? Math.min(1, joint.flux * 1.6) : 0
  const stage = workshop.stage()
  const at = stage.place(board, name ?? '')?.at ?? [0, 1, 0.4]
  const arm = onBench(world, 'fume-arm')
  const foot = arm?.[1].on ? stage.spot(arm[0])?.at : undefined
  return [[at[0], at[1] + 0.008, at[2]], strength, foot ? [foot[0] - 0.2, foot[1] + 0.3, foot[2] + 0.1] : null]
}
