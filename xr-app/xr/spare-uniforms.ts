// SPDX-License-Identifier: EUPL-1.2
// What a program was told last is kept by three.js in arrays of anything: since a boolean came into one of them, each
// number of each matrix is wrapped in an object to be compared, for every mesh, eye and frame. Here it is kept as the
// numbers that were sent. What is sent, and when, stays the same: three.js 0.187, src/renderers/webgl/WebGLUniforms.js.
import type { Color, Vector3, WebGLRenderer } from 'three'

type Value = { elements?: readonly number[]; isColor?: boolean; isVector3?: boolean }
type Uniform = {
  addr: WebGLUniformLocation
  type: number
  /** What three.js sent last. */
  cache: unknown[]
  /** Only for an array of values. */
  size?: number
  /** Only for a structure: its members. */
  seq?: Uniform[]
  setValue(gl: WebGL2RenderingContext, value: unknown, textures?: unknown): void
}

const [VEC3, MAT3, MAT4] = [0x8b51, 0x8b5b, 0x8b5c]

/** A value written in another way: three.js sends this one from now on, and does not believe what it sent before. */
function giveBack(uniform: Uniform, setValue: Uniform['setValue']): Uniform['setValue'] {
  uniform.cache.length = 0
  uniform.setValue = setValue
  return setValue.bind(uniform)
}

function spareMatrix(uniform: Uniform, count: 9 | 16): void {
  const { addr } = uniform
  const sent = new Float32Array(count).fill(NaN)
  const others = uniform.setValue
  uniform.setValue = (gl, value, textures) => {
    const { elements } = value as Value
    if (!elements) return giveBack(uniform, others)(gl, value, textures)
    let same = true
    for (let i = 0; i < count; i++) {
      const now = Math.fround(elements[i]!)
      if (sent[i] !== now) same = false
      sent[i] = now
    }
    if (same) return
    if (count === 16) gl.uniformMatrix4fv(addr, false, sent)
    else gl.uniformMatrix3fv(addr, false, sent)
  }
}

function spareVector(uniform: Uniform): void {
  const { addr } = uniform
  const sent = new Float32Array(3).fill(NaN)
  const others = uniform.setValue
  const send = (gl: WebGL2RenderingContext, x: number, y: number, z: number) => {
    if (sent[0] === Math.fround(x) && sent[1] === Math.fround(y) && sent[2] === Math.fround(z)) return
    sent[0] = x
    sent[1] = y
    sent[2] = z
    gl.uniform3fv(addr, sent)
  }
  uniform.setValue = (gl, value, textures) => {
    const { isColor, isVector3 } = value as Value
    if (isColor) {
      const { r, g, b } = value as Color
      send(gl, r, g, b)
    } else if (isVector3) {
      const { x, y, z } = value as Vector3
      send(gl, x, y, z)
    } else giveBack(uniform, others)(gl, value, textures)
  }
}

function spare(uniforms: readonly Uniform[]): void {
  for (const uniform of uniforms) {
    if (uniform.seq) spare(uniform.seq)
    else if (uniform.size !== undefined) continue
    else if (uniform.type === MAT4) spareMatrix(uniform, 16)
    else if (uniform.type === MAT3) spareMatrix(uniform, 9)
    else if (uniform.type === VEC3) spareVector(uniform)
  }
}

type Program = { isReady(): boolean; getUniforms(): { seq: Uniform[] } }
const spared = new WeakSet<Program>()

/** Spares the programs that came since the last look, once they are ready. */
export function spareUniforms(gl: WebGLRenderer): void {
  const programs = gl.info.programs ?? []
  for (let i = 0; i < programs.length; i++) {
    const program = programs[i] as unknown as Program
    if (spared.has(program) || !program.isReady()) continue
    spared.add(program)
    spare(program.getUniforms().seq)
  }
}
