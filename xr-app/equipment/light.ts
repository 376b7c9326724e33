// SPDX-License-Identifier: EUPL-1.2
import {
  BackSide, BoxGeometry, CanvasTexture, Mesh, MeshBasicMaterial, PMREMGenerator, Scene, SRGBColorSpace,
  type Texture, type WebGLRenderer,
} from 'three'

const glowing = (size: [number, number, number], at: [number, number, number], colour: string, power: number) => {
  const material = new MeshBasicMaterial({ color: colour })
  material.color.multiplyScalar(power)
  const made = new Mesh(new BoxGeometry(...size), material)
  made.position.set(...at)
  return made
}

/** What surfaces reflect: the workshop's morning, as a few glowing panels, filtered once on the device. */
export function morningLight(gl: WebGLRenderer): Texture {
  const scene = new Scene()
  const shell = new Mesh(new BoxGeometry(6, 3, 6), new MeshBasicMaterial({ color: '#57544d', side: BackSide }))
  scene.add(shell,
    glowing([0.1, 1.4, 2], [-2.9, 0.35, 1.2], '#ffe3b8', 17), // the window
    glowing([1.3, 0.05, 0.2], [-1.2, 1.4, 1.2], '#fff4df', 9), glowing([1.3, 0.05, 0.2], [1.2, 1.4, 1.2], '#fff4df', 9),
    glowing([0.1, 1.6, 3], [2.9, 0.4, 0.5], '#8fa3b4', 1.4), // the cool side of the room
    glowing([6, 0.1, 6], [0, -1.5, 0], '#6b675f', 0.8), glowing([5, 1.6, 0.1], [0, 0.2, 2.95], '#7d776c', 1.1))
  const generator = new PMREMGenerator(gl)
  const { texture } = generator.fromScene(scene, 0.03, 0.1, 20, { size: 128 })
  generator.dispose()
  scene.traverse((o) => { if (o instanceof Mesh) { o.geometry.dispose(); (o.material as MeshBasicMaterial).dispose() } })
  return texture
}

function painted(w: number, h: number, paint: (pen: CanvasRenderingContext2D) => void): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = w
  canvas.height = h
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no 2D canvas')
  paint(pen)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = 8
  return texture
}

/** What is seen through the window: a low sun over a misty yard, out of focus. */
export const windowView = () => painted(128, 128, (pen) => {
  const sky = pen.createLinearGradient(0, 0, 0, 128)
  ;[['#bcd3e2', 0], ['#f3e2c4', 0.55], ['#e9cfa4', 0.66], ['#93a08f', 0.72], ['#77856f', 1]].forEach(([c, at]) =>
    sky.addColorStop(at as number, c as string))
  pen.fillStyle = sky
  pen.fillRect(0, 0, 128, 128)
  pen.filter = 'blur(5px)'
  pen.fillStyle = '#7c8b7c'
  ;[[12, 78, 22], [40, 84, 14], [96, 76, 26], [120, 86, 18]].forEach(([x, y, r]) => {
    pen.beginPath()
    pen.arc(x!, y!, r!, 0, 7)
    pen.fill()
  })
  pen.fillStyle = '#fff6df'
  pen.beginPath()
  pen.arc(74, 56, 13, 0, 7)
  pen.fill()
})

/** Fixed pseudo-random numbers: the floor is worn the same way for everyone. */
const wear = (n: number) => { const s = Math.sin(n * 127.1) * 43758.5453; return s - Math.floor(s) }

/** The epoxy floor seen from above (x to the right, the cabinet's wall at the top): scuffs, worn lines, morning light. */
export const floorPaint = (metresWide: number, metresDeep: number) => {
  const scale = 1024 / metresWide
  return painted(1024, Math.round(metresDeep * scale), (pen) => {
    const { width: w, height: h } = pen.canvas
    pen.fillStyle = '#7f8583'
    pen.fillRect(0, 0, w, h)
    for (let i = 0; i < 900; i++) {
      pen.fillStyle = i % 2 ? `rgba(60,64,64,${0.02 + wear(i) * 0.03})` : `rgba(220,220,210,${0.015 + wear(i) * 0.025})`
      pen.beginPath()
      pen.ellipse(wear(i + 0.3) * w, wear(i + 0.7) * h, 6 + wear(i + 0.1) * 60, 4 + wear(i + 0.5) * 30, wear(i) * 3, 0, 7)
      pen.fill()
    }
    lines(pen, scale)
    for (let i = 0; i < 420; i++) {
      pen.strokeStyle = `rgba(${i % 3 ? '70,74,73' : '175,178,172'},${0.10 + wear(i + 9) * 0.18})`
      pen.lineWidth = 0.6 + wear(i + 2)
      const [x, y] = [wear(i + 0.3) * w, wear(i + 0.7) * h]
      pen.beginPath()
      pen.moveTo(x, y)
      pen.lineTo(x + (wear(i + 4) - 0.5) * 60, y + (wear(i + 5) - 0.5) * 60)
      pen.stroke()
    }
    sunPatch(pen, scale)
  })
}

function lines(pen: CanvasRenderingContext2D, scale: number) {
  const centre = pen.canvas.width / 2
  const zone = [[-1.05, 0.05], [-1.05, 1.42], [1.02, 1.42], [1.02, 0.05]].map(([x, z]) => [centre + x! * scale, z! * scale])
  pen.strokeStyle = '#c9a62c'
  pen.lineWidth = 0.075 * scale
  pen.beginPath()
  zone.forEach(([x, y]) => pen.lineTo(x!, y!))
  pen.stroke()
  pen.strokeStyle = 'rgba(127,133,131,0.55)'
  for (let i = 0; i < 320; i++) {
    pen.lineWidth = 1 + wear(i) * 3
    const t = wear(i + 0.2) * 3
    const [a, b] = [zone[Math.floor(t)]!, zone[Math.floor(t) + 1]!]
    const [x, y] = [a[0]! + (b[0]! - a[0]!) * (t % 1), a[1]! + (b[1]! - a[1]!) * (t % 1)]
    pen.beginPath()
    pen.moveTo(x + (wear(i + 3) - 0.5) * 14, y + (wear(i + 6) - 0.5) * 14)
    pen.lineTo(x + (wear(i + 4) - 0.5) * 26, y + (wear(i + 5) - 0.5) * 26)
    pen.stroke()
  }
}

function sunPatch(pen: CanvasRenderingContext2D, scale: number) {
  pen.save()
  pen.globalCompositeOperation = 'soft-light'
  pen.filter = 'blur(5px)'
  pen.fillStyle = 'rgba(255,226,170,0.85)'
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 2; j++) {
      const [x, y] = [(0.55 + j * 0.86) * scale, (1.25 + i * 0.56) * scale]
      pen.beginPath()
      ;[[0, 0], [0.80, -0.34], [0.80, 0.16], [0, 0.50]].forEach(([dx, dy]) => pen.lineTo(x + dx! * scale, y + dy! * scale))
      pen.fill()
    }
  pen.restore()
}
