// SPDX-License-Identifier: EUPL-1.2
// A few of three.js's own sums (0.187), done as there and in the same order, that cost memory as they are written.
import { Frustum, Sphere, Vector3, Vector4, WebGLCoordinateSystem, type BufferAttribute, type Matrix3, type Matrix4, type Plane } from 'three'

function plane(to: Plane, x: number, y: number, z: number, constant: number): void {
  const share = 1 / Math.sqrt(x * x + y * y + z * z)
  to.normal.x = x * share
  to.normal.y = y * share
  to.normal.z = z * share
  to.constant = constant * share
}

/**
 * A column of a matrix is read by the function that also reads any list of anything (a position given to a mesh). Once a
 * browser has compiled that one for both, it turns each matrix it reads into a list of anything as well, and soon every
 * matrix of the scene: from then on each sum of each matrix makes its sixteen numbers objects.
 */
Vector3.prototype.setFromMatrixColumn = function (matrix: Matrix4, index: number) {
  const { elements } = matrix
  this.x = elements[index * 4]!
  this.y = elements[index * 4 + 1]!
  this.z = elements[index * 4 + 2]!
  return this
}

Vector3.prototype.setFromMatrix3Column = function (matrix: Matrix3, index: number) {
  const { elements } = matrix
  this.x = elements[index * 3]!
  this.y = elements[index * 3 + 1]!
  this.z = elements[index * 3 + 2]!
  return this
}

/**
 * Where a ray meets a sheet, three.js reads four numbers for each corner where there are two: past the last corner there
 * are none, and a vector that once held nothing holds objects from then on, as does every other of its kind.
 */
Vector4.prototype.fromBufferAttribute = function (attribute: BufferAttribute, index: number) {
  this.x = attribute.getX(index)
  this.y = attribute.getY(index)
  this.z = (attribute.getZ(index) as number | undefined) ?? 0
  this.w = (attribute.getW(index) as number | undefined) ?? 0
  return this
}

const general = Frustum.prototype.setFromProjectionMatrix

/** Asked for each eye: twenty-four numbers, each made an object on its way to a plane. */
Frustum.prototype.setFromProjectionMatrix = function (matrix: Matrix4, system = WebGLCoordinateSystem, reversedDepth = false) {
  if (system !== WebGLCoordinateSystem || reversedDepth) return general.call(this, matrix, system, reversedDepth)
  const e = matrix.elements
  const { planes } = this
  for (let i = 0; i < 6; i++) {
    // Right, left, bottom, top, far, near.
    const axis = i >> 1
    const side = i === 1 || i === 2 || i === 5 ? 1 : -1
    plane(planes[i]!, e[3]! + side * e[axis]!, e[7]! + side * e[axis + 4]!, e[11]! + side * e[axis + 8]!, e[15]! + side * e[axis + 12]!)
  }
  return this
}

/** Asked for each mesh that may be out of sight. */
Sphere.prototype.applyMatrix4 = function (matrix: Matrix4) {
  const { elements: e } = matrix
  this.center.applyMatrix4(matrix)
  const x = e[0]! * e[0]! + e[1]! * e[1]! + e[2]! * e[2]!
  const y = e[4]! * e[4]! + e[5]! * e[5]! + e[6]! * e[6]!
  const z = e[8]! * e[8]! + e[9]! * e[9]! + e[10]! * e[10]!
  this.radius *= Math.sqrt(Math.max(x, y, z))
  return this
}
