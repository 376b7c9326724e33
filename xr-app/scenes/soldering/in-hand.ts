// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { BenchIds } from '#app/engine/soldering-hand.ts'
import { settings } from '#app/ui/settings/store.ts'
import { restPresses } from '#app/xr/comfort/press.ts'
import { pulse } from '#app/xr/haptics.ts'
import { locate } from '#app/xr/locator.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import type { Driver } from './driver.ts'
import { ironIn, pulled } from './hand-frame.ts'
import { createTipSense, tiltOf, type Place } from './tip-at.ts'

/** A trigger pulled to its end is a steady hand, not a hurried one: 4 mm of wire a second. */
const FULL = 0.75
/** How often the wire is felt going in, in milliseconds. */
const TICK_MS = 90

const [whole, own, at, turn, size, axis] = [new Matrix4(), new Matrix4(), new Vector3(), new Quaternion(), new Vector3(), new Vector3()]

export type Side = 'left' | 'right'
type Needs = { workshop: StandingWorkshop; driver: Driver; bench: BenchIds; side: Side; active: boolean }
const away = { joint: null, aside: 20, above: 20, tilt: 45, push: 0, ontoTip: false }
/** The wire in the other hand, for whoever holds a joint by a ray: how hard it is pushed. */
export type Wire = { push: number }

/** In a headset the iron is really in the hand: where its tip is, how it leans and how far the wire is pushed are felt at each frame. */
export function useIronInHand({ workshop, driver, bench, side, active }: Needs): Wire {
  const { worn, space, origin } = { worn: useXR((s) => s.session), space: useXR((s) => s.originReferenceSpace), origin: useXR((s) => s.origin) }
  const places = useMemo(() => placesOf(workshop, bench.board), [workshop, bench])
  const sense = useMemo(createTipSense, [active])
  const wire = useRef<Wire>({ push: 0 }).current
  const now = useRef({ joint: null as string | null, busy: false, ticked: 0 })
  const name = `${bench.iron}/iron`
  useTipPlace(workshop, name, active)
  useEffect(() => () => {
    if (now.current.joint) driver.feel(away)
    workshop.animator.release(name)
    restPresses('tip', false)
    wire.push = 0
    now.current = { joint: null, busy: false, ticked: 0 }
  }, [workshop, driver, name, active, worn, wire])
  useFrame((_, __, frame?: XRFrame) => {
    if (!active) return
    const [bone, before] = [workshop.bones.get(name), now.current]
    if (!bone || !frame || !space || !origin) return
    const hands = handsIn(frame, side)
    // A hand that is no longer there holds nothing on a joint; one that is only out of sight for a moment does.
    if (!hands.iron && before.joint) {
      driver.feel(away)
      before.joint = null
    }
    if (!hands.iron || !ironIn(frame, hands.iron, space, origin, whole)) return
    whole.premultiply(own.copy(workshop.root.matrixWorld).invert()).decompose(at, turn, size)
    const near = sense(at, places, performance.now())
    const place = places.find(({ part }) => part === near?.part)
    // Nothing real stops the hand at the board: the iron that is seen stops there.
    if (near && place) at.addScaledVector(place.normal, near.sunk)
    workshop.animator.release(name)
    bone.position.copy(at)
    bone.quaternion.copy(turn)
    bone.scale.setScalar(1)
    const mine: Side = hands.iron.handedness === 'left' ? 'left' : 'right'
    const push = pushOf(frame, hands, space)
    wire.push = push.ray
    // Until the trigger that fed is let go, what its ray meets is not pressed.
    before.busy = near !== null || (before.busy && push.any > 0.02)
    restPresses('tip', before.busy)
    if (near && place) driver.feel({ joint: near.part, aside: near.aside, above: near.above, tilt: tiltOf(axis.set(0, 0, 1).applyQuaternion(turn), place.normal), push: push.tip, ontoTip: false })
    else if (before.joint) driver.feel(away)
    if (near && near.part !== before.joint) pulse(worn, mine, 22, 0.7)
    before.joint = near?.part ?? null
    if (!near || push.tip < 0.15 || performance.now() - before.ticked < TICK_MS) return
    before.ticked = performance.now()
    pulse(worn, hands.wire ? otherThan(mine) : mine, 10, 0.25)
  })
  return wire
}

const otherThan = (side: Side): Side => (side === 'left' ? 'right' : 'left')

type Hands = { iron: XRInputSource | undefined; wire: XRInputSource | undefined }

/** The hand that holds the iron, and the one that holds the wire when there are two: controllers or bare hands, as they now are. */
function handsIn({ session: { inputSources } }: XRFrame, side: Side): Hands {
  let [iron, wire]: (XRInputSource | undefined)[] = []
  for (const source of inputSources) {
    if (source.targetRayMode !== 'tracked-pointer') continue
    if (source.handedness === side) iron ??= source
    else wire ??= source
  }
  return iron ? { iron, wire } : { iron: wire, wire: undefined }
}

/** The other hand's trigger or pinch feeds. One hand alone feeds with its own; or with its grip, when its trigger holds a ray on a joint. */
function pushOf(frame: XRFrame, { iron, wire }: Hands, space: XRSpace): { tip: number; ray: number; any: number } {
  const [mine, others] = [pulled(frame, iron, space), pulled(frame, wire, space)]
  const alone = !wire || settings().oneHand
  const grip = alone ? iron?.gamepad?.buttons[1]?.value ?? 0 : 0
  return { tip: Math.max(others, alone ? mine : 0) * FULL, ray: Math.max(others, grip) * FULL, any: Math.max(mine, others) }
}

/** The joints of the board where they stand. */
function placesOf(workshop: StandingWorkshop, board: string): Place[] {
  const stage = workshop.stage()
  return (stage.setup.equipment[board]?.parts ?? []).flatMap(({ id }) => {
    const spot = stage.place(board, id)
    return spot ? [{ part: id, at: new Vector3(...spot.at), normal: new Vector3(0, 1, 0).applyEuler(new Euler(...(spot.turn ?? [0, 0, 0]))) }] : []
  })
}

/** Lets tests and aids ask where the tip and the handle are. */
function useTipPlace(workshop: StandingWorkshop, name: string, active: boolean): void {
  useEffect(() => locate((id) => {
    const bone = active && (id === 'iron-tip' || id === 'iron-handle') ? workshop.bones.get(name) : undefined
    return bone ? { object: bone, at: new Vector3(0, 0, id === 'iron-tip' ? 0 : 0.1) } : undefined
  }), [workshop, name, active])
}
