// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo, useRef } from 'react'
import { useThree } from '@react-three/fiber'
import { AlwaysDepth, CanvasTexture, LessEqualDepth, LinearMipmapLinearFilter, MeshBasicMaterial, PlaneGeometry, SRGBColorSpace, Vector3, type Group, type Mesh } from 'three'
import { setAimed } from '#app/ui/aids/aimed.ts'
import { useSettings } from '#app/ui/settings/store.ts'
import { pressCounts, pressDown } from './comfort/press.ts'
import { isLarge } from './face.ts'
import { locate } from './locator.ts'
import { measureWith, paint } from './panel-paint.ts'
import { layOut, PANEL_WIDTH, PAPER, type Drawn, type Layout, type PanelModel } from './panel-layout.ts'

type Key = Extract<Drawn, { kind: 'button' }>
const unit = PANEL_WIDTH / PAPER

/** A sheet of paper in the room, drawn again only when its words change. */
function usePaper(model: PanelModel) {
  const paper = useMemo(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = PAPER
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('this browser gives no 2D canvas')
    const texture = new CanvasTexture(canvas)
    texture.colorSpace = SRGBColorSpace
    texture.anisotropy = 8
    texture.minFilter = LinearMipmapLinearFilter
    const material = new MeshBasicMaterial({ map: texture, transparent: true, toneMapped: false, fog: false })
    return { pen, texture, material, shape: new PlaneGeometry(1, 1) }
  }, [])
  // Letters and sizes are settings: another choice is drawn at once.
  const chosen = useSettings()
  const layout = useMemo(() => layOut(model, measureWith(paper.pen), isLarge()), [model, paper, chosen])
  useEffect(() => {
    paint(paper.pen, layout)
    paper.texture.needsUpdate = true
    const used = Math.min(1, layout.height / PAPER)
    const uv = paper.shape.getAttribute('uv')
    ;[[0, 1], [1, 1], [0, 1 - used], [1, 1 - used]].forEach(([u, v], i) => uv.setXY(i, u ?? 0, v ?? 0))
    uv.needsUpdate = true
  }, [layout, paper])
  useEffect(() => () => {
    paper.texture.dispose()
    paper.material.dispose()
    paper.shape.dispose()
  }, [paper])
  return { layout, ...paper }
}

const keysOf = ({ items }: Layout) => items.filter((item): item is Key => item.kind === 'button')
const centreOf = (key: Key, { height }: Layout) =>
  new Vector3((key.x + key.w / 2 - PAPER / 2) * unit, (height / 2 - key.y - key.h / 2) * unit, 0.004)

type PanelProps = {
  model: PanelModel
  onHover?: (over: boolean) => void
  /** Nothing stands before it, to the eye or to a hand: what it says comes first. */
  over?: boolean
}

/** A panel one presses by ray, finger or mouse. Its middle is the group's origin; it faces +z. */
export function Panel({ model, onHover, over = false }: PanelProps) {
  const { layout, material, shape } = usePaper(model)
  useEffect(() => { material.depthFunc = over ? AlwaysDepth : LessEqualDepth }, [material, over])
  const group = useRef<Group>(null)
  const light = useRef<Mesh>(null)
  const keyAt = (at: Vector3) => {
    const point = group.current?.worldToLocal(at.clone())
    if (!point) return undefined
    const [x, y] = [point.x / unit + PAPER / 2, layout.height / 2 - point.y / unit]
    // A little around each key counts as the key: no fine aim is asked.
    return keysOf(layout).find((k) => x > k.x - 6 && x < k.x + k.w + 6 && y > k.y - 6 && y < k.y + k.h + 6)
  }
  const invalidate = useThree((s) => s.invalidate)
  const show = (key: Key | undefined) => {
    setAimed(key?.button.id ?? null)
    if (!light.current) return
    invalidate()
    light.current.visible = key !== undefined
    if (key) {
      light.current.position.copy(centreOf(key, layout))
      light.current.scale.set(key.w * unit, key.h * unit, 1)
    }
  }
  useEffect(() => locate((id) => {
    const key = keysOf(layout).find(({ button }) => button.id === id)
    return key && group.current ? { object: group.current, at: centreOf(key, layout) } : undefined
  }), [layout])
  // Words that change under a pointer that rests leave it where it is: only the light goes.
  useEffect(() => { if (light.current) light.current.visible = false }, [layout])
  useEffect(() => () => setAimed(null), [])
  return (
    <group ref={group}>
      <mesh geometry={shape} material={material} renderOrder={5} scale={[PANEL_WIDTH, layout.height * unit, 1]} pointerEventsOrder={over ? 1 : 0}
        onPointerMove={(e) => show(keyAt(e.point))} onPointerOver={() => onHover?.(true)}
        onPointerOut={() => { show(undefined); onHover?.(false) }}
        onPointerDown={pressDown} userData={{ aim: (at: Vector3) => keyAt(at)?.button.id ?? null }}
        onClick={(e) => {
          e.stopPropagation()
          if (pressCounts(e)) keyAt(e.point)?.button.press()
        }} />
      <mesh ref={light} visible={false} renderOrder={6} raycast={() => null}>
        <planeGeometry args={[1, 1]} />
        <meshBasicMaterial color="#ffe1ae" transparent opacity={0.22} toneMapped={false} depthWrite={false} fog={false} />
      </mesh>
    </group>
  )
}
