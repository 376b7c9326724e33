// SPDX-License-Identifier: EUPL-1.2
// What asks for less memory than the libraries do must answer what they answer.
import { BoxGeometry, Frustum, Group, Matrix4, Mesh, MeshBasicMaterial, Object3D, PerspectiveCamera, Scene, SkinnedMesh, Sphere, Vector3, type WebGLRenderer } from 'three'
import { createRayPointer } from '@pmndrs/pointer-events'
import { WebGLRenderLists } from 'three/src/renderers/webgl/WebGLRenderLists.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { inOnePiece } from '#app/xr/one-piece.ts'
import { restPointers, watch } from '#app/xr/spare-rest.ts'
import { spareSorting } from '#app/xr/spare-sorting.ts'
import { spareUniforms } from '#app/xr/spare-uniforms.ts'

const planes = (frustum: Frustum) => frustum.planes.map(({ normal, constant }) => [...normal.toArray(), constant])
const some = (i: number) => new Matrix4().makeRotationY(i).setPosition(i, 1 - i, i * 2).scale(new Vector3(1 + i, 2, 0.5))

describe('sums', () => {
  it('are those of three.js: what is in sight, how large a thing is, the columns of a matrix', async () => {
    const camera = new PerspectiveCamera(71, 0.9, 0.02, 30)
    const answers = () => [0, 0.4, 2.5].map((i) => {
      const sight = new Matrix4().multiplyMatrices(camera.projectionMatrix, some(i))
      const { center, radius } = new Sphere(new Vector3(1, 2, 3), 0.7).applyMatrix4(some(i))
      return [planes(new Frustum().setFromProjectionMatrix(sight)), center.toArray(), radius, new Vector3().setFromMatrixColumn(some(i), 1).toArray()]
    })
    const before = [answers(), Frustum.prototype.setFromProjectionMatrix]
    await import('#app/xr/spare-maths.ts')
    expect(answers()).toEqual(before[0])
    expect(Frustum.prototype.setFromProjectionMatrix).not.toBe(before[1])
  })
})

describe('what is drawn', () => {
  it('is drawn in the order of three.js, sorted where it is listed', () => {
    const [ours, theirs] = [new WebGLRenderLists(undefined as never), new WebGLRenderLists(undefined as never)].map((lists) => ({ renderLists: lists, setOpaqueSort() {}, setTransparentSort() {} }))
    const scene = new Scene()
    const orders: ((a: never, b: never) => number)[] = []
    Object.assign(ours!, { setOpaqueSort: (one: never) => orders.push(one), setTransparentSort: (one: never) => orders.push(one) })
    spareSorting(ours as unknown as WebGLRenderer, scene)
    const materials = [0, 1, 2, 3].map((i) => new MeshBasicMaterial({ transparent: i > 1 }))
    const things = Array.from({ length: 40 }, (_, i) => Object.assign(new Mesh(new BoxGeometry(), materials[(i * 7) % 4]), { renderOrder: (i * 5) % 3 }))
    const listed = [ours!, theirs!].map(({ renderLists }, which) => {
      const list = renderLists.get(scene, 0) as unknown as { opaque: { id: number }[]; transparent: { id: number }[]; init(): void; push(...of: unknown[]): void; sort(...by: unknown[]): void }
      list.init()
      things.forEach((one, i) => list.push(one, one.geometry, one.material, 0, ((i * 11) % 6) / 7, null, new PerspectiveCamera()))
      list.sort(...(which === 0 ? orders : []))
      return [list.opaque, list.transparent].map((items) => items.map(({ id }) => id))
    })
    expect(listed[0]).toEqual(listed[1])
    expect(listed[0]!.map(({ length }) => length)).toEqual([20, 20])
  })

  it('tells a program a matrix once, and again when it has changed; what it does not know it leaves to three.js', () => {
    const [sent, left]: [number[][], unknown[]] = [[], []]
    const gl = { uniformMatrix4fv: (_at: unknown, _turned: boolean, values: Float32Array) => sent.push([...values]) }
    const uniform = { addr: {}, type: 0x8b5c, cache: [1, 2, 3], setValue: (_gl: unknown, value: unknown) => left.push(value) }
    spareUniforms({ info: { programs: [{ isReady: () => true, getUniforms: () => ({ seq: [uniform] }) }] } } as unknown as WebGLRenderer)
    const tell = (value: unknown) => (uniform.setValue as (gl: unknown, value: unknown) => void)(gl, value)
    for (const value of [some(1), some(1), some(2), new Float32Array(16)]) tell(value)
    expect(sent).toEqual([some(1), some(2)].map(({ elements }) => elements.map(Math.fround)))
    expect(left).toEqual([new Float32Array(16)])
    // It then believes nothing of what it had sent before, and sends all that follows.
    expect(uniform.cache).toEqual([])
    tell(some(2))
    expect([sent.length, left.length]).toEqual([2, 2])
  })

  it('is a controller in one piece, whose buttons still go where they are pressed; made again, it stays one', () => {
    const [whole, lever, paint] = [new Group(), new Object3D(), new MeshBasicMaterial()]
    const [body, button] = [new Mesh(new BoxGeometry(), paint), new Mesh(new BoxGeometry(0.1, 0.1, 0.1), paint)]
    whole.add(body, lever.add(button))
    button.position.x = 1
    whole.position.set(5, 5, 5)
    inOnePiece(whole)
    inOnePiece(whole)
    const drawn: Object3D[] = []
    whole.traverseVisible((one) => { if (one instanceof Mesh) drawn.push(one) })
    expect(drawn).toEqual([expect.any(SkinnedMesh)])
    const { skeleton, geometry } = drawn[0] as SkinnedMesh
    const at = () => [...skeleton.boneMatrices!.slice(28, 31)]
    expect(geometry.getAttribute('position').count).toBe(48)
    skeleton.update()
    expect(at()).toEqual([1, 0, 0])
    lever.position.y = -0.5
    whole.updateMatrixWorld()
    skeleton.update()
    expect(at()).toEqual([1, -0.5, 0])
  })
})

describe('pointers', () => {
  const hand = new Object3D()
  const pointer = createRayPointer(() => new PerspectiveCamera(), { current: hand }, null)
  const frames = (count: number) => Array.from({ length: count }, () => restPointers())
  beforeEach(() => watch([pointer]))

  it('rest while the hand does, and look again every ninth frame', () => {
    expect(frames(19)).toEqual(Array.from({ length: 19 }, (_, i) => i % 9 !== 0))
  })

  it('look at once when the hand moves by more than a hair or turns, and never rest while it presses', () => {
    frames(3)
    hand.position.x += 1e-4
    expect(frames(1)).toEqual([true])
    hand.position.x += 2e-4
    expect(frames(2)).toEqual([false, true])
    hand.rotation.y += 0.002
    expect(frames(2)).toEqual([false, true])
    pointer.down({ timeStamp: 0, button: 0 })
    expect(frames(4)).toEqual([false, false, false, false])
    pointer.up({ timeStamp: 1, button: 0 })
    expect(frames(31).indexOf(true)).toBe(29)
  })
})
