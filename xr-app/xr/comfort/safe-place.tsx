// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useFrame, useThree } from '@react-three/fiber'
import { useXR } from '@react-three/xr'
import { BackSide, CircleGeometry, Color, Float32BufferAttribute, MeshBasicMaterial, SphereGeometry, Vector3, type Object3D } from 'three'
import type { Session } from '#app/engine/session.ts'
import type { PanelModel } from '../panel-layout.ts'
import { Panel } from '../panel.tsx'
import { goToSafePlace, inSafePlace, onSafePlace } from './safe-place-door.ts'
import { drawVeil } from './veil.tsx'

/** So far below the workshop that nothing of it is seen or heard. */
const DEEP = -200
/** How long a button is held to go there, or back. */
export const HOLD_MS = 900

type Props = { session: Pick<Session, 'paused' | 'pause' | 'resume'> | null; words: (key: string) => string; leave: () => void }

/** A quiet room, and nothing else: simulation time stands still while one is there, and one comes back to where one was. */
export function SafePlace({ session, words, leave }: Props) {
  const inside = useSyncExternalStore(onSafePlace, inSafePlace)
  const inVr = useXR((s) => s.mode === 'immersive-vr')
  useButtonHeld(inVr)
  useEffect(() => { if (!inVr) goToSafePlace(false) }, [inVr])
  useEffect(() => () => goToSafePlace(false), [])
  return inside && inVr ? <QuietRoom session={session} words={words} leave={leave} /> : null
}

/** Any button that does nothing else (not the trigger, the grip or the stick's lean), held: the way to and from the safe place. */
function useButtonHeld(on: boolean): void {
  const since = useRef<number | null>(null)
  useFrame(({ gl }) => {
    const sources = on ? gl.xr.getSession()?.inputSources : undefined
    let held = false
    for (let i = 0; i < (sources?.length ?? 0); i++) {
      const buttons = sources?.[i]?.gamepad?.buttons
      for (let b = 3; b < (buttons?.length ?? 0); b++) held ||= buttons?.[b]?.pressed === true
    }
    if (!held) since.current = null
    else if (since.current === null) since.current = performance.now()
    else if (performance.now() - since.current >= HOLD_MS) {
      goToSafePlace(!inSafePlace())
      since.current = Number.POSITIVE_INFINITY
    }
  })
}

/** Brings whoever wears the headset there, and back to the very place and turn they left. */
function useThere(): Vector3 {
  const origin = useXR((s) => s.origin)
  const gl = useThree((s) => s.gl)
  const [eye] = useState(() => gl.xr.getCamera().getWorldPosition(new Vector3()))
  useEffect(() => {
    if (!origin) return
    const here: Object3D = origin
    const height = here.position.y
    here.position.y = height + DEEP
    drawVeil()
    return () => {
      here.position.y = height
      drawVeil()
    }
  }, [origin])
  return eye
}

const paint = () => {
  const dome = new SphereGeometry(6, 40, 24)
  const [low, high, colour] = [new Color('#3a4a4f'), new Color('#c9b79c'), new Color()]
  const { count } = dome.getAttribute('position')
  const colours = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) {
    const height = dome.getAttribute('position').getY(i) / 12 + 0.5
    colour.lerpColors(low, high, height).toArray(colours, i * 3)
  }
  dome.setAttribute('color', new Float32BufferAttribute(colours, 3))
  return { dome, sky: new MeshBasicMaterial({ vertexColors: true, side: BackSide, fog: false, toneMapped: false }),
    ground: new CircleGeometry(5.9, 48).rotateX(-Math.PI / 2), floor: new MeshBasicMaterial({ color: '#5c5a52', fog: false, toneMapped: false }) }
}

function QuietRoom({ session, words, leave }: Props) {
  const eye = useThere()
  const gl = useThree((s) => s.gl)
  const room = useMemo(paint, [])
  const [ahead] = useState(() => gl.xr.getCamera().getWorldDirection(new Vector3()).setY(0).normalize())
  useEffect(() => () => Object.values(room).forEach((part) => part.dispose()), [room])
  useEffect(() => {
    session?.pause()
    return () => session?.resume()
  }, [session])
  // Whatever else resumes it meanwhile (a menu that closes), time waits for whoever is here.
  useFrame(() => { if (session && !session.paused) session.pause() })
  const model = useMemo((): PanelModel => ({ rows: [
    { kind: 'title', text: words('safePlace.title') },
    { kind: 'text', text: words('safePlace.text') },
    { kind: 'button', button: { id: 'safe-back', label: words('safePlace.back'), strong: true, press: () => goToSafePlace(false) } },
    { kind: 'button', button: { id: 'safe-leave', label: words('leaveVr'), press: leave } },
  ] }), [words, leave])
  return (
    <group position={[eye.x, DEEP, eye.z]}>
      <mesh geometry={room.dome} material={room.sky} position-y={1.4} raycast={() => null} />
      <mesh geometry={room.ground} material={room.floor} raycast={() => null} />
      <group position={[ahead.x * 0.95, eye.y - 0.08, ahead.z * 0.95]} rotation-y={Math.atan2(-ahead.x, -ahead.z)}><Panel model={model} /></group>
    </group>
  )
}
