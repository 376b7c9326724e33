// SPDX-License-Identifier: EUPL-1.2
import { AdditiveBlending, BufferAttribute, BufferGeometry, CanvasTexture, Points, PointsMaterial } from 'three'

const COUNT = 26
const LIFE = 1.9

function puff(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const pen = canvas.getContext('2d')
  if (pen) {
    const soft = pen.createRadialGradient(32, 32, 0, 32, 32, 32)
    soft.addColorStop(0, 'rgba(255,255,255,0.9)')
    soft.addColorStop(0.5, 'rgba(255,255,255,0.28)')
    soft.addColorStop(1, 'rgba(255,255,255,0)')
    pen.fillStyle = soft
    pen.fillRect(0, 0, 64, 64)
  }
  return new CanvasTexture(canvas)
}

/** Wisps of flux smoke: they rise, waver, and go towards the arm that draws them. One draw call. */
export function createSmoke() {
  const [at, tint] = [new Float32Array(COUNT * 3), new Float32Array(COUNT * 4)]
  const ages = Array.from({ length: COUNT }, (_, i) => -(i / COUNT) * LIFE)
  const shape = new BufferGeometry()
  shape.setAttribute('position', new BufferAttribute(at, 3))
  shape.setAttribute('color', new BufferAttribute(tint, 4))
  const material = new PointsMaterial({ size: 0.03, map: puff(), transparent: true, depthWrite: false, vertexColors: true, blending: AdditiveBlending, sizeAttenuation: true, fog: false })
  const points = new Points(shape, material)
  points.frustumCulled = false
  points.visible = false
  points.raycast = () => {}
  const from = Array.from({ length: COUNT }, () => [0, 0, 0] as [number, number, number])
  return {
    points,
    /** `strength` 0 to 1: how much there is now; `towards`: where it is drawn, when it is. */
    step(dt: number, source: readonly [number, number, number], strength: number, towards: readonly [number, number, number] | null): boolean {
      let alive = false
      for (let i = 0; i < COUNT; i++) {
        const age = (ages[i] ?? 0) + dt
        ages[i] = age
        if (age > LIFE && strength > 0.02) {
          ages[i] = 0
          from[i] = [source[0] + (((i * 37) % 11) - 5) * 0.0006, source[1], source[2] + (((i * 53) % 11) - 5) * 0.0006]
        }
        const k = Math.min(1, Math.max(0, (ages[i] ?? 0) / LIFE))
        const start = from[i] ?? [0, 0, 0]
        const sway = Math.sin(i * 1.7 + (ages[i] ?? 0) * 3.2) * 0.010 * k
        const drawn = towards ? k * k : 0
        for (let axis = 0; axis < 3; axis++) {
          const free = (start[axis] ?? 0) + (axis === 1 ? k * 0.17 : axis === 0 ? sway : sway * 0.6 + k * 0.02)
          at[i * 3 + axis] = free + ((towards?.[axis] ?? free) - free) * drawn
        }
        const seen = (ages[i] ?? 0) > 0 && (ages[i] ?? 0) < LIFE && start[1] !== 0
        const alpha = seen ? Math.min(1, k * 6) * (1 - k) * 0.16 : 0
        if (alpha > 0.003) alive = true
        tint.set([0.86, 0.88, 0.9, alpha], i * 4)
      }
      shape.attributes['position']!.needsUpdate = true
      shape.attributes['color']!.needsUpdate = true
      points.visible = alive || strength > 0.02
      return points.visible
    },
    dispose() {
      shape.dispose()
      material.map?.dispose()
      material.dispose()
    },
  }
}
