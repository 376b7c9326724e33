// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { type ThreeEvent, useThree } from '@react-three/fiber'
import type { Language } from '#domain/text.ts'
import { ROOM } from '../../equipment/room.ts'
import type { Reading } from '../../equipment/kind-body.ts'
import { Look } from '../../scenes/stand/look.tsx'
import { standWorkshop, printers } from '../../scenes/stand/standing.ts'
import { met, useDragGuard } from '../../scenes/stand/touching.ts'
import { useLocator } from '../../scenes/stand/use-locator.ts'
import { useBlinking } from '../../scenes/stand/use-blinking.ts'
import { useMotion } from '../../scenes/stand/use-motion.ts'
import { Origin, TeleportFloor, useInHeadset, useStanding } from '../../xr/headset.tsx'
import { Panel } from '../../xr/panel.tsx'
import type { PanelModel } from '../../xr/panel-layout.ts'
import type { Quality } from '../../xr/quality.ts'
import { IT, type Exhibit } from './exhibit.ts'
import { Orbit } from './orbit.tsx'
import { showing } from './plinth.ts'

const START = [0, 0, 2.15] as const
const empty = { held: null, side: 'right', probe: null } as const

type Props = {
  exhibit: Exhibit; state: number; next: () => void
  language: Language; quality: Quality; calm: boolean; panel: (recentre: () => void) => PanelModel
}

/** One kind on its plinth. Touching it brings it to its next state; in a headset a panel beside it says the rest. */
export function ExhibitScene({ exhibit, state, next, language, quality, calm, panel }: Props) {
  const reading = useMemo((): Reading => ({ setup: exhibit.setup, world: exhibit.states[state]?.world ?? {}, language }), [exhibit, state, language])
  const now = useRef(reading)
  now.current = reading
  const { workshop, look } = useMemo(() => {
    const shown = showing(exhibit, printers(() => now.current, language).craft)
    return { look: shown.look, workshop: standWorkshop(shown.spec, now.current, quality, calm) }
  }, [exhibit, language, quality, calm])
  useEffect(() => () => workshop.dispose(), [workshop])
  useMotion({ workshop, reading, state: empty, still: true })
  useBlinking(workshop, reading.world)
  useLocator(workshop)
  const { origin, recentre } = useStanding(START)
  const worn = useInHeadset()
  const drag = useDragGuard()
  const invalidate = useThree((s) => s.invalidate)
  const light = (thing: string | null) => {
    workshop.shared.hovered.value = workshop.numberOf(thing)
    invalidate()
  }
  const model = useMemo(() => panel(recentre), [panel, recentre])
  return <>
    <Look quality={quality} />
    <primitive object={workshop.root}
      onPointerOver={(e: ThreeEvent<PointerEvent>) => light(met(e).thing ?? null)} onPointerOut={() => light(null)}
      onPointerDown={drag.down}
      onClick={(e: ThreeEvent<MouseEvent>) => {
        e.stopPropagation()
        if (met(e).thing?.split('.')[0] === IT && !drag.moved(e)) next()
      }} />
    <Orbit to={look.to} radius={look.radius} pitch={look.pitch} calm={calm} />
    <Origin origin={origin} start={START} />
    {worn && <TeleportFloor origin={origin} width={ROOM.right - ROOM.left} depth={ROOM.front} />}
    {worn && <group position={[-0.72, 1.3, 1.55]} rotation={[0, 0.75, 0]}><Panel model={model} /></group>}
  </>
}
