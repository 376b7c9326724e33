// SPDX-License-Identifier: EUPL-1.2
import { CanvasTexture, SRGBColorSpace } from 'three'
import type { Press, PrintJob } from './print.ts'

export const FACE = '"Atkinson Hyperlegible", sans-serif'

/** Writes the lines of a label as large as they fit. */
function write(pen: CanvasRenderingContext2D, { lines, style, w, h }: PrintJob) {
  pen.fillStyle = style.paper
  pen.fillRect(0, 0, w, h)
  pen.fillStyle = style.ink
  const pitch = h / (lines.length + 0.3)
  const weight = style.weight ?? 400
  pen.textBaseline = 'middle'
  pen.textAlign = style.align ?? 'center'
  lines.forEach((line, i) => {
    pen.font = `${weight} ${pitch * 0.86}px ${FACE}`
    const fit = Math.min(1, (w * 0.92) / Math.max(1, pen.measureText(line).width))
    pen.font = `${weight} ${pitch * 0.86 * fit}px ${FACE}`
    pen.fillText(line, pen.textAlign === 'left' ? w * 0.04 : w / 2, pitch * (i + 0.65) + pitch * 0.06)
  })
}

/** Draws a job in its place; neighbours cannot be touched. */
export function drawJob(pen: CanvasRenderingContext2D, job: PrintJob) {
  pen.save()
  pen.beginPath()
  pen.rect(job.x, job.y, job.w, job.h)
  pen.clip()
  pen.translate(job.x, job.y)
  if (job.draw) job.draw(pen, job.w, job.h)
  else write(pen, job)
  pen.restore()
}

/** The printed atlas: white everywhere, then each label in its place. The font must be loaded before. */
export function printAtlas(press: Press, anisotropy = 8): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = press.size
  canvas.height = press.height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser gives no 2D canvas')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, press.size, press.height)
  for (const job of press.jobs) drawJob(pen, job)
  const texture = new CanvasTexture(canvas)
  texture.colorSpace = SRGBColorSpace
  texture.anisotropy = anisotropy
  return texture
}

/** Draws every job again (what it shows has changed) and sends the atlas to the device once. */
export function reprint(texture: CanvasTexture, press: Press) {
  const pen = (texture.image as HTMLCanvasElement).getContext('2d')
  if (!pen) return
  for (const job of press.jobs) drawJob(pen, job)
  texture.needsUpdate = true
}
