// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react'
import { useFrame } from '@react-three/fiber'
import { Object3D, Quaternion, Vector3 } from 'three'
import { useSettings } from '#app/ui/settings/store.ts'
import { useInHeadset } from '../headset.tsx'
import { locate } from '../locator.ts'
import { NameTag } from '../name-tag.tsx'
import { onHeard, type Heard } from '../sound/heard.ts'

/** How long a caption stays, and how far from straight ahead it may be before it is brought into sight (cosine). */
export const CAPTION_MS = 3_500
const IN_SIGHT = 0.86

const [eye, way, right] = [new Vector3(), new Vector3(), new Vector3()]
const turn = new Quaternion()

/** A hum that begins or ends does not take the place of the click that made it so. */
const lasts = ({ name }: Heard) => name.startsWith('hum')

/** In a headset: what is heard, written near what makes it; from behind or aside, at the edge of sight, with the side it comes from. */
export function CaptionTag({ words, lasting }: { words: (key: string) => string; lasting: boolean }) {
  const { captions, moreTime } = useSettings()
  const on = useInHeadset() && captions
  const [heard, setHeard] = useState<Heard | null>(null)
  const [side, setSide] = useState<'' | '← ' | '→ '>('')
  const place = useRef<Object3D | null>(null)
  place.current ??= new Object3D()
  useEffect(() => (on ? onHeard((one) => { if (lasts(one) === lasting) setHeard(one) }) : undefined), [on, lasting])
  useEffect(() => {
    const timer = setTimeout(() => setHeard(null), CAPTION_MS * (moreTime ? 3 : 1))
    return () => clearTimeout(timer)
  }, [heard, moreTime])
  useEffect(() => locate((id) => (heard && place.current && id === `caption:${heard.name}` ? { object: place.current } : undefined)), [heard])
  useFrame(({ camera }) => {
    if (!on || !heard || !place.current) return
    camera.getWorldPosition(eye)
    camera.getWorldQuaternion(turn)
    right.set(1, 0, 0).applyQuaternion(turn)
    way.set(...heard.at).sub(eye)
    const far = way.length()
    const ahead = place.current.position.set(0, 0, -1).applyQuaternion(turn)
    const seen = way.normalize().dot(ahead) > IN_SIGHT
    const from = seen ? '' : way.dot(right) < 0 ? '← ' : '→ '
    if (seen) place.current.position.copy(eye).addScaledVector(way, far)
    else place.current.position.multiplyScalar(1.2).addScaledVector(right, from === '← ' ? -0.42 : 0.42).add(eye)
    if (from !== side) setSide(from)
    place.current.updateMatrixWorld(true)
  })
  const text = on && heard ? `${side === '← ' ? side : ''}♪ ${words(`sound.${heard.name}`)}${side === '→ ' ? ' →' : ''}` : ''
  return <NameTag text={text} near={text ? place.current : null} />
}
