// SPDX-License-Identifier: EUPL-1.2
/** ISO 7010 W012: the warning for electricity. */
export function hazard(pen: CanvasRenderingContext2D, pw: number, ph: number) {
  pen.fillStyle = '#c9ccc6'
  pen.fillRect(0, 0, pw, ph)
  pen.lineJoin = 'round'
  pen.lineWidth = 20
  pen.strokeStyle = '#1f2125'
  pen.fillStyle = '#eec21b'
  pen.beginPath()
  pen.moveTo(pw / 2, 18)
  pen.lineTo(pw - 20, ph - 20)
  pen.lineTo(20, ph - 20)
  pen.closePath()
  pen.stroke()
  pen.fill()
  pen.fillStyle = '#1f2125'
  pen.beginPath()
  const bolt = [[136, 62], [104, 138], [130, 134], [112, 186], [106, 178], [110, 200], [128, 190], [120, 188], [150, 118], [124, 122], [152, 66]]
  bolt.forEach(([bx, by]) => pen.lineTo(bx! * pw / 256, by! * ph / 226))
  pen.fill()
}
