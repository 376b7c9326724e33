// SPDX-License-Identifier: EUPL-1.2
/** How much a device is asked to draw. `plain` is for phones and for machines without a graphics processor. */
export type Quality = { level: 'full' | 'plain'; dpr: number; shadows: boolean; antialias: boolean }

const software = /swiftshader|llvmpipe|softpipe|basic render|software/i

function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2')
  const info = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return name
}

/** Chooses once, from what the device says of itself. */
export function qualityHere(): Quality {
  const slow = software.test(rendererName())
  const small = Math.min(screen.width, screen.height) < 600
  if (slow) return { level: 'plain', dpr: 0.75, shadows: false, antialias: false }
  if (small) return { level: 'plain', dpr: Math.min(devicePixelRatio, 1.5), shadows: false, antialias: true }
  return { level: 'full', dpr: Math.min(devicePixelRatio, 2), shadows: true, antialias: true }
}
