// SPDX-License-Identifier: EUPL-1.2
// A drawing of coloured triangles on a WebGL canvas, and the eye that sees it.

export type Mesh = { corners: Int16Array; colours: Uint8Array; indices: Uint16Array }
type Vec3 = readonly [number, number, number]

/** Reads a drawing as build/room-mesh.ts writes it. */
export function meshOf(file: ArrayBuffer): Mesh {
  const [count = 0, many = 0] = new Uint32Array(file, 0, 2)
  const numbers = new Int16Array(file, 8)
  const [corners, colours, indices] = [new Int16Array(count * 3), new Uint8Array(count * 3), new Uint16Array(many)]
  const plane = (from: number, length: number, out: Int16Array | Uint8Array | Uint16Array, first: number, each: number) => {
    let value = 0
    for (let i = 0; i < length; i++) {
      value += numbers[from + i] ?? 0
      out[first + i * each] = value
    }
  }
  for (const axis of [0, 1, 2]) {
    plane(axis * count, count, corners, axis, 3)
    plane((axis + 3) * count, count, colours, axis, 3)
  }
  plane(6 * count, many, indices, 0, 1)
  return { corners, colours, indices }
}

const vertex = `#version 300 es
uniform mat4 eye; in vec3 at; in vec3 colour; out vec3 seen;
void main() { seen = colour; gl_Position = eye * vec4(at * 0.001, 1.0); }`
const fragment = `#version 300 es
precision mediump float; in vec3 seen; out vec4 shown;
void main() { shown = vec4(seen, 1.0); }`

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram()
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(kind)
    if (!shader) throw new Error('the graphics are gone')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.bindAttribLocation(program, 0, 'at')
  gl.bindAttribLocation(program, 1, 'colour')
  gl.linkProgram(program)
  return program
}

/** Hands a drawing to the device; answers how to draw it from an eye. */
export function paintOn(gl: WebGL2RenderingContext, { corners, colours, indices }: Mesh): (eye: Float32Array) => void {
  const program = programOf(gl)
  const keep = (kind: number, data: Int16Array<ArrayBuffer> | Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>) => {
    gl.bindBuffer(kind, gl.createBuffer())
    gl.bufferData(kind, data, gl.STATIC_DRAW)
  }
  keep(gl.ARRAY_BUFFER, corners as Int16Array<ArrayBuffer>)
  gl.vertexAttribPointer(0, 3, gl.SHORT, false, 0, 0)
  keep(gl.ARRAY_BUFFER, colours as Uint8Array<ArrayBuffer>)
  gl.vertexAttribPointer(1, 3, gl.UNSIGNED_BYTE, true, 0, 0)
  keep(gl.ELEMENT_ARRAY_BUFFER, indices as Uint16Array<ArrayBuffer>)
  for (const each of [0, 1]) gl.enableVertexAttribArray(each)
  for (const ability of [gl.DEPTH_TEST, gl.CULL_FACE]) gl.enable(ability)
  gl.clearColor(0.17, 0.165, 0.157, 1)
  gl.useProgram(program)
  const place = gl.getUniformLocation(program, 'eye')
  return (eye) => {
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT)
    gl.uniformMatrix4fv(place, false, eye)
    gl.drawElements(gl.TRIANGLES, indices.length, gl.UNSIGNED_SHORT, 0)
  }
}

/** An eye at a place, looking at another, upright: `aspect` is the window's, `angle` its height in degrees. */
export function lookingAt(from: Vec3, to: Vec3, aspect: number, angle: number): Float32Array {
  const unit = ([x, y, z]: Vec3): Vec3 => {
    const far = Math.hypot(x, y, z)
    return [x / far, y / far, z / far]
  }
  const cross = ([a, b, c]: Vec3, [x, y, z]: Vec3): Vec3 => [b * z - c * y, c * x - a * z, a * y - b * x]
  const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  const back = unit([from[0] - to[0], from[1] - to[1], from[2] - to[2]])
  const right = unit(cross([0, 1, 0], back))
  const up = cross(back, right)
  const [near, far, high] = [0.1, 30, 1 / Math.tan((angle * Math.PI) / 360)]
  const wide = high / aspect
  const [deep, shift] = [(far + near) / (near - far), (2 * far * near) / (near - far)]
  const column = (i: 0 | 1 | 2) => [wide * right[i], high * up[i], deep * back[i], -back[i]]
  return Float32Array.of(...column(0), ...column(1), ...column(2),
    -wide * dot(right, from), -high * dot(up, from), -deep * dot(back, from) + shift, dot(back, from))
}
