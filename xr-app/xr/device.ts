// SPDX-License-Identifier: EUPL-1.2
// What the device says of itself, asked once. No three.js here: a page may ask before anything of the 3D world comes.

export type Device = {
  /** Whether it can draw in 3D at all. */
  draws: boolean
  /** Whether its 3D is computed without a graphics processor. */
  software: boolean
  /** Whether its screen is a phone's. */
  small: boolean
  /** Whether it says that it has little memory or few cores. */
  modest: boolean
  /** Pixels of the screen for one of the page. */
  density: number
}

const software = /swiftshader|llvmpipe|softpipe|basic render|software/i

function graphics(): { draws: boolean; software: boolean } {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) return { draws: false, software: false }
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  // A device has few contexts: this one is given back at once.
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return { draws: true, software: software.test(name) }
}

let known: Device | null = null

/** This device, as it describes itself. */
export function deviceHere(): Device {
  const { deviceMemory = 8, hardwareConcurrency = 8 } = navigator as Navigator & { deviceMemory?: number }
  known ??= {
    ...graphics(),
    small: Math.min(screen.width, screen.height) < 600,
    modest: deviceMemory <= 2 || hardwareConcurrency <= 2,
    density: devicePixelRatio || 1,
  }
  return known
}

/** Whether the 3D workshop can be shown here; where it cannot, the same attempt is made with words. */
export const canDraw = (): boolean => deviceHere().draws

/** Whether it has been seen that it cannot: asks nothing of a device that nobody wants 3D from. */
export const cannotDraw = (): boolean => known !== null && !known.draws
