// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useFrame } from '@react-three/fiber'
import { CanvasTexture, LinearMipmapLinearFilter, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, Vector3, type Mesh } from 'three'
import { useTranslation } from 'react-i18next'
import { nameOf } from '#domain/scenario/words.ts'
import { melting } from '#domain/workshop/solder/constants.ts'
import type { Session } from '#app/engine/session.ts'
import type { Reading } from '#app/equipment/kind-body.ts'
import { locate } from '#app/xr/locator.ts'
import type { StandingWorkshop } from '../stand/standing.ts'
import { CURVE_H, CURVE_W, paintCurve } from './curve-paint.ts'
import type { createCurveTrace } from './curve-trace.ts'
import { useExpertCurve } from './expert-curves.ts'

const WIDTH = 0.58
/** How often it is drawn again while a joint is made. */
const DRAW_MS = 150
/** Behind the board and to its left, above the tools; it leans and turns towards whoever works. */
const beside = { at: [-0.44, 0.23, -0.25], turn: [-0.2, 0.3, 0] } as const

function usePaper() {
  const paper = useMemo(() => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: CURVE_W, height: CURVE_H })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('this browser gives no 2D canvas')
    const texture = new CanvasTexture(canvas)
    Object.assign(texture, { colorSpace: SRGBColorSpace, anisotropy: 8, minFilter: LinearMipmapLinearFilter })
    return { pen, texture, material: new MeshBasicMaterial({ map: texture, transparent: true, toneMapped: false, fog: false }), shape: new PlaneGeometry(WIDTH, (WIDTH * CURVE_H) / CURVE_W) }
  }, [])
  useEffect(() => () => {
    paper.texture.dispose()
    paper.material.dispose()
    paper.shape.dispose()
  }, [paper])
  return paper
}

type Props = { workshop: StandingWorkshop; session: Session; reading: Reading; board: string; inHand: boolean; trace: ReturnType<typeof createCurveTrace> }

/** In a headset the page is not seen: the joint's curve stands beside the board, from the moment the iron is in hand; before the first touch, how it is done. */
export function CurveBoard({ workshop, session, reading, board, inHand, trace }: Props) {
  const { t } = useTranslation('soldering')
  const { pen, texture, material, shape } = usePaper()
  const mesh = useRef<Mesh>(null)
  const last = useRef({ drawn: -Infinity, points: -1, joint: '' })
  const parts = reading.setup.equipment[board]?.parts ?? []
  const joint = trace.now()?.joint ?? parts[0]?.id ?? ''
  const expert = useExpertCurve(session.scenario, session.progress().trace.variant, joint, session.mode !== 'assessed')
  const stands = useMemo(() => {
    const spots = parts.flatMap(({ id }) => workshop.stage().place(board, id)?.at ?? [])
    const middle = [0, 1, 2].map((axis) => spots.filter((_, i) => i % 3 === axis).reduce((sum, one) => sum + one, 0) / Math.max(1, parts.length))
    return new Vector3(...middle).add(new Vector3(...beside.at))
  }, [workshop, board])
  useEffect(() => { last.current.points = -1 }, [expert, reading.language, t])
  useEffect(() => locate((id) => (id === 'solder-curve' && mesh.current?.visible ? { object: mesh.current } : undefined)), [])
  useFrame(() => {
    const traced = trace.now()
    if (mesh.current) mesh.current.visible = inHand || traced !== null
    if (!mesh.current?.visible) return
    const now = performance.now()
    const [points, at] = [traced?.points ?? [], traced?.joint ?? joint]
    const same = points.length === last.current.points && at === last.current.joint
    if (same || now - last.current.drawn < DRAW_MS) return
    last.current = { drawn: now, points: points.length, joint: at }
    const name = parts.find(({ id }) => id === at)?.label[reading.language] ?? nameOf(reading.setup, board)[reading.language]
    paintCurve(pen, {
      points, expert: points.length > 0 ? expert?.points ?? [] : [], decimal: reading.language === 'fr' ? ',' : '.',
      words: { title: t('chart.title', { joint: name }), pad: t('chart.pad'), lead: t('chart.lead'), wire: t('chart.wire'), expert: t('chart.expert'), melts: t('chart.melts', { degrees: melting }), help: [t('inHand.tip'), t('inHand.wire'), t('inHand.alone')] },
    })
    texture.needsUpdate = true
  })
  return <mesh ref={mesh} geometry={shape} material={material} position={stands} rotation={[beside.turn[0], beside.turn[1], 0, 'YXZ']} visible={false} renderOrder={4} raycast={() => null} />
}
