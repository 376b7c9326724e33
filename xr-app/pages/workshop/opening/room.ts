// SPDX-License-Identifier: EUPL-1.2
// The room one is about to enter, behind the page: there before the page itself, the scenario, and anything one can touch.
// Every byte of it is waited for: the build has drawn it already (build/room-mesh.ts), and it needs no library.
import { lookingAt, type Mesh, meshOf, paintOn } from './paint.ts'

/** Where one stands, and what one looks at: low, so that the wall is what is seen above the page's sheet. */
const EYE = [0.95, 1.6, 3.95] as const
const aimIn = (wide: boolean) => [-0.45, wide ? 0.95 : -0.45, 0] as const

/** Puts the room behind the page; answers how to take it away. One frame is drawn, and one more when the window changes. */
function stand(mesh: Mesh): () => void {
  const place = document.createElement('canvas')
  place.id = 'opening'
  place.ariaHidden = 'true'
  Object.assign(place.style, { position: 'fixed', inset: '0', zIndex: '-1', width: '100%', height: '100%', background: '#2b2a28' })
  const gl = place.getContext('webgl2', { alpha: false })
  if (!gl) return () => undefined
  const paint = paintOn(gl, mesh)
  const draw = () => {
    const { innerWidth: w, innerHeight: h } = window
    const sharp = Math.min(devicePixelRatio || 1, 1.5)
    Object.assign(place, { width: Math.round(w * sharp), height: Math.round(h * sharp) })
    paint(lookingAt(EYE, aimIn(w > h), w / h, w > h ? 50 : 66))
  }
  const hide = () => {
    window.removeEventListener('resize', draw)
    place.remove()
    delete document.documentElement.dataset['opening']
    // A device has few contexts: the workshop's own needs one.
    gl.getExtension('WEBGL_lose_context')?.loseContext()
  }
  document.body.append(place)
  document.documentElement.dataset['opening'] = ''
  window.addEventListener('resize', draw)
  draw()
  return hide
}

/** Told by the stage (three-d/stage.tsx) once the workshop itself has been drawn. */
const STANDS = 'compagnon:stands'

let state: 'away' | 'coming' | 'there' = 'away'
let hide: () => void = () => undefined

/** Shows the room behind the page, on a device that can draw it; where the build drew none, nothing is shown. */
export async function showRoom(): Promise<void> {
  const address = document.querySelector<HTMLMetaElement>('meta[name="workshop-opening"]')?.dataset['mesh']
  if (state !== 'away' || !address) return
  state = 'coming'
  document.addEventListener(STANDS, hideRoom, { once: true })
  const answer = await fetch(address)
  const mesh = answer.ok ? meshOf(await answer.arrayBuffer()) : null
  // It may have been sent away while it came.
  if (mesh === null || state !== 'coming') return
  hide = stand(mesh)
  state = 'there'
}

/** Takes the room away: the workshop itself stands there, or one goes elsewhere. */
export function hideRoom(): void {
  if (state === 'there') hide()
  state = 'away'
}
