// SPDX-License-Identifier: EUPL-1.2
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGBAFormat } from 'three'

const SIZE = 256

/** A fixed small generator: the same relief on every device, and no chance in what is drawn. */
function numbers(seed: number) {
  let s = seed >>> 0
  return () => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0
    return s / 4294967296
  }
}

/**
 * Smooth tiling noise: random values on a grid of `cells`, blended. `stretch`: drawn out along y, as brushed metal is; each
 * stroke then begins at its own height, or the strokes would all end on one line, like planks.
 */
function noise(cells: number, seed: number, stretch = 1): Float32Array {
  const next = numbers(seed)
  const [cx, cy] = [cells, Math.max(1, Math.round(cells / stretch))]
  const grid = Float32Array.from({ length: cx * cy }, next)
  const begins = Float32Array.from({ length: cx }, () => (stretch > 1 ? next() * cy : 0))
  const soft = (t: number) => t * t * (3 - 2 * t)
  const out = new Float32Array(SIZE * SIZE)
  for (let i = 0; i < out.length; i++) {
    const [u, v] = [((i % SIZE) / SIZE) * cx, (Math.floor(i / SIZE) / SIZE) * cy]
    const column = (x: number) => {
      const height = v + (begins[x % cx] ?? 0)
      const y = Math.floor(height)
      const at = (row: number) => grid[(row % cy) * cx + (x % cx)] ?? 0
      return at(y) + (at(y + 1) - at(y)) * soft(height - y)
    }
    const x = Math.floor(u)
    out[i] = column(x) + (column(x + 1) - column(x)) * soft(u - x)
  }
  return out
}

const blend = (...layers: [Float32Array, number][]) =>
  (i: number) => layers.reduce((sum, [n, weight]) => sum + (n[i] ?? 0) * weight, 0)

/** The four reliefs in one texture: orange peel, brushed metal, rubber, concrete. Made in code: nothing to fetch. */
export function grainTexture(): DataTexture {
  const peel = blend([noise(28, 1), 0.7], [noise(64, 2), 0.3])
  const brushed = blend([noise(128, 3, 42), 0.7], [noise(200, 4, 25), 0.3])
  const rubber = blend([noise(90, 5), 0.6], [noise(16, 6), 0.4])
  const concrete = blend([noise(6, 7), 0.4], [noise(22, 8), 0.3], [noise(110, 9), 0.3])
  const data = new Uint8Array(SIZE * SIZE * 4)
  for (let i = 0; i < SIZE * SIZE; i++)
    data.set([peel(i), brushed(i), rubber(i), concrete(i)].map((x) => Math.round(x * 255)), i * 4)
  const texture = new DataTexture(data, SIZE, SIZE, RGBAFormat)
  texture.wrapS = texture.wrapT = RepeatWrapping
  texture.magFilter = LinearFilter
  texture.minFilter = LinearMipmapLinearFilter
  texture.generateMipmaps = true
  texture.anisotropy = 4
  texture.needsUpdate = true
  return texture
}
