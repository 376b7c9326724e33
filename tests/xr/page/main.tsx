// SPDX-License-Identifier: EUPL-1.2
import { Canvas } from '@react-three/fiber'
import { useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import '#app/ui/fonts.css'
import { Press } from '#app/equipment/craft/print.ts'
import { printAtlas } from '#app/equipment/craft/atlas.ts'
import { assemble } from '#app/equipment/craft/assemble.ts'
import { bodiesOf } from '#app/scenes/consignation-armoire/bodies.ts'
import { Look } from '#app/scenes/consignation-armoire/look.tsx'

await Promise.all(['400', '700'].map((w) => document.fonts.load(`${w} 20px "Atkinson Hyperlegible"`)))
const q = new URLSearchParams(location.search)
const n = (k: string, d: string) => (q.get(k) ?? d).split(',').map(Number) as [number, number, number]

function Thing() {
  const a = useMemo(() => {
    const press = new Press(2048)
    const live = new Press(1024)
    const blank = (w: number, h: number) => live.draw(w, h, (p, pw, ph) => { p.fillStyle = '#f2efe6'; p.fillRect(0, 0, pw, ph) })
    const papers = { sheet: blank(240, 330), attestation: blank(240, 330), diagram: blank(300, 420), tag: blank(150, 300), 'tag-2': blank(150, 300), tester: blank(120, 76), multimeter: blank(160, 88) }
    const bodies = bodiesOf(press, papers, (id) => [id.toUpperCase(), 'Extracteur été'], ['q3'])
    const made = assemble(bodies, printAtlas(press), printAtlas(live))
    const set = (name: string, f: (b: import('three').Bone) => void) => { const b = made.bones.get(name); if (b) f(b) }
    set('door/leaf', (b) => { b.rotation.y = -Number(q.get('door') ?? 1.9) })
    set('mat/flat', (b) => b.scale.setScalar(0)); set('barrier/set', (b) => b.scale.setScalar(0))
    return made
  }, [])
  ;(globalThis as unknown as { ready: boolean }).ready = true
  return <primitive object={a.root} />
}

createRoot(document.getElementById('app')!).render(
  <Canvas shadows="percentage" frameloop="demand" dpr={1} camera={{ position: n('from', '0.15,1.5,1.9'), fov: Number(q.get('fov') ?? 50), near: 0.02, far: 30 }}
    onCreated={({ camera, gl, scene }) => { (globalThis as any).three = { scene, camera }; camera.lookAt(...n('to', '0.1,1.3,0')); (globalThis as any).gl = gl }}>
    <Look shadows /><Thing />
  </Canvas>)
