// SPDX-License-Identifier: EUPL-1.2
import { Curve, type Vector3 } from 'three'

/** A corner as three points of an arc, `bend` away from it where there is room. */
function turn(before: Vector3, corner: Vector3, after: Vector3, bend: number): Vector3[] {
  const reach = Math.min(bend, before.distanceTo(corner) * 0.49, after.distanceTo(corner) * 0.49)
  const [from, to] = [before, after].map((end) => corner.clone().add(end.clone().sub(corner).setLength(reach)))
  const middle = from!.clone().add(to!).multiplyScalar(0.5).lerp(corner, 0.42)
  return [from!, middle, to!]
}

/** Straight runs with rounded corners. Its points are where it turns, and nowhere else: a tube along it wastes nothing. */
export class Bent extends Curve<Vector3> {
  readonly points: Vector3[]
  constructor(corners: readonly Vector3[], bend: number) {
    super()
    const apart = corners.filter((one, i) => i === 0 || one.distanceTo(corners[i - 1]!) > 0.001)
    this.points = apart.flatMap((one, i) => (i === 0 || i === apart.length - 1 ? [one] : turn(apart[i - 1]!, one, apart[i + 1]!, bend)))
  }

  private near(u: number): number {
    return Math.round(u * (this.points.length - 1))
  }

  override getPointAt(u: number): Vector3 {
    return this.points[this.near(u)]!.clone()
  }

  override getTangentAt(u: number): Vector3 {
    const i = this.near(u)
    return this.points[Math.min(this.points.length - 1, i + 1)]!.clone().sub(this.points[Math.max(0, i - 1)]!).normalize()
  }
}
