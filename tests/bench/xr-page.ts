// SPDX-License-Identifier: EUPL-1.2
// What is put into the page to measure it: every draw is counted and not made, every texture is weighed, every frame of
// the headset is timed.
import type { Page } from 'playwright-core'

type Counted = { calls: number; triangles: number; textureBytes: number }
export type Frame = { ms: number; calls: number; triangles: number }

declare global {
  var counted: Counted
  var xrFrames: Frame[]
}

/** Before the page opens, and before the headset is put on. */
export async function countDraws(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.counted = { calls: 0, triangles: 0, textureBytes: 0 }
    globalThis.xrFrames = []
    const gl2 = WebGL2RenderingContext.prototype
    const count = (n: number) => {
      globalThis.counted.calls += 1
      globalThis.counted.triangles += n / 3
    }
    gl2.drawElements = (_mode, n) => count(n)
    gl2.drawArrays = (_mode, _first, n) => count(n)
    gl2.drawRangeElements = (_mode, _start, _end, n) => count(n)
    gl2.drawElementsInstanced = (_mode, n, _type, _offset, times) => count(n * times)
    gl2.drawArraysInstanced = (_mode, _first, n, times) => count(n * times)
    gl2.clear = () => undefined
    gl2.blitFramebuffer = () => undefined
    const asked = gl2.getParameter
    // The finest the device could be asked for: what a real graphics processor would get.
    gl2.getParameter = function (name) { return name === 37446 ? 'A graphics processor' : asked.call(this, name) as unknown }
  })
  await page.addInitScript(weighTextures)
}

/** After the headset is put on. */
export async function timeFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ask = XRSession.prototype.requestAnimationFrame
    XRSession.prototype.requestAnimationFrame = function (callback) {
      return ask.call(this, (...args) => {
        const [before, from] = [performance.now(), { ...globalThis.counted }]
        callback(...args)
        const { calls, triangles } = globalThis.counted
        if (calls > from.calls) globalThis.xrFrames.push({ ms: performance.now() - before, calls: calls - from.calls, triangles: triangles - from.triangles })
      })
    }
  })
}

/** Bytes of every texture alive, with its smaller copies: width × height × bytes of a texel, once per level. */
function weighTextures(): void {
  const gl2 = WebGL2RenderingContext.prototype as unknown as Record<string, (this: WebGL2RenderingContext, ...args: never[]) => unknown>
  const bound = new Map<number, WebGLTexture | null>()
  const weights = new Map<WebGLTexture, number>()
  // R8, RG8, 16 and 32 bits a channel; anything else is four bytes, as RGBA8 and the depths.
  const texel: Record<number, number> = { 0x8229: 1, 0x822b: 2, 0x822d: 2, 0x881a: 8, 0x8814: 16, 0x822e: 4, 0x822f: 4, 0x1903: 1 }
  const weigh = (texture: WebGLTexture | null | undefined, bytes: number) => {
    if (!texture) return
    globalThis.counted.textureBytes += bytes - (weights.get(texture) ?? 0)
    weights.set(texture, bytes)
  }
  const after = (name: string, then: (args: readonly unknown[]) => void) => {
    const made = gl2[name]
    if (made) gl2[name] = function (...args) {
      const result: unknown = made.apply(this, args)
      then(args)
      return result
    }
  }
  const size = (format: unknown, w: unknown, h: unknown, levels: number) => {
    const flat = Number(w) * Number(h) * (texel[Number(format)] ?? 4)
    return levels > 1 ? flat * 4 / 3 : flat
  }
  const side = (target: unknown) => (Number(target) >= 0x8515 && Number(target) <= 0x851a ? 0x8513 : Number(target))
  const faces = (target: unknown) => (side(target) === 0x8513 ? 6 : 1)
  // Asked dozens of times in every frame: written so that it asks for no memory of its own.
  const bind = WebGL2RenderingContext.prototype.bindTexture
  WebGL2RenderingContext.prototype.bindTexture = function (target, texture) {
    bound.set(target, texture)
    bind.call(this, target, texture)
  }
  after('deleteTexture', ([texture]) => weigh(texture as WebGLTexture, 0))
  after('texStorage2D', ([target, levels, format, w, h]) => weigh(bound.get(Number(target)), faces(target) * size(format, w, h, Number(levels))))
  after('texImage2D', (args) => {
    const [target, level, format] = args
    const source = args.at(-1) as { width?: number; height?: number } | null
    const [w, h] = args.length > 6 ? [args[3], args[4]] : [source?.width, source?.height]
    if (level === 0) weigh(bound.get(side(target)), faces(target) * size(format, w, h, 1))
  })
  after('generateMipmap', ([target]) => {
    const texture = bound.get(Number(target))
    if (texture) weigh(texture, (weights.get(texture) ?? 0) * 4 / 3)
  })
}
