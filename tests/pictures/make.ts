// SPDX-License-Identifier: EUPL-1.2
// `npm run pictures [-- ID…]`: each scenario's picture, taken in its own scene at full quality. It takes minutes without a
// graphics processor; the picture is drawn at twice its size, then brought down, so that edges and letters are clean.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { ask, workshopStands } from '../support/headset.ts'
import { buildScenePage } from '../xr/page/serve.ts'

/** Where one stands for the picture, and how much of the expert's play was already done. */
type Shot = { scenario: string; view: string; gestures: number; turn?: [x: number, y: number]; closer?: number }

const shots: readonly Shot[] = JSON.parse(await readFile(new URL('./shots.json', import.meta.url), 'utf8')) as Shot[]

const [WIDTH, HEIGHT] = [1600, 1000]
/** How many times finer the picture is drawn than it is kept. */
const SHARP = Number(process.env['SHARP'] ?? 2)
const out = new URL('../../xr-app/public/scenes/', import.meta.url)
const settings = JSON.stringify({ v: 1, healthRead: true, settings: { picture: 'fine', calm: true } })
const hidden = '.attempt-bar, .views-3d, .over-3d, .held-3d, .away { display: none !important } .three-d { position: fixed !important; inset: 0 }'

/** Does the beginning of the expert's recording, all at once. */
async function begin(page: Page, { scenario, gestures }: Shot): Promise<void> {
  if (gestures === 0) return
  const { recordings } = JSON.parse(await readFile(`resources/scenarios/${scenario}/expert.json`, 'utf8')) as { recordings: { actions: object[] }[] }
  await page.evaluate((all) => {
    const { session } = globalThis as never as { session: { act: (gesture: object) => void } }
    for (const gesture of all) session.act(gesture)
  }, (recordings[0]?.actions ?? []).slice(0, gestures).map((action) => ({ ...action, at: undefined })))
}

/** Turns the view by dragging, and comes closer, as a hand would. */
async function look(page: Page, { view, turn, closer }: Shot): Promise<void> {
  await page.evaluate((id) => document.querySelector<HTMLButtonElement>(`[data-view="${id}"]`)?.click(), view)
  const canvas = page.locator('canvas').first()
  if (turn) await canvas.evaluate((target, [x, y]) => {
    const at = (type: string, clientX: number, clientY: number) => target.dispatchEvent(new PointerEvent(type, { pointerId: 7, clientX, clientY, bubbles: true }))
    at('pointerdown', 800, 500)
    at('pointermove', 800 + x, 500 + y)
    at('pointerup', 800 + x, 500 + y)
    // What the hand was over keeps its name up until the hand is over something that has none.
    at('pointermove', 4, 4)
    at('pointerleave', 0, 0)
  }, turn)
  if (closer) await canvas.evaluate((target, by) => target.dispatchEvent(new WheelEvent('wheel', { deltaY: by, cancelable: true })), closer)
}

/** Waits until nothing moves any more (the view is drawn on demand), or only what never rests does: a fan, a lamp. */
async function still(page: Page): Promise<void> {
  await ask(page, () => {
    const { lastDraw, firstDraw } = globalThis as never as { lastDraw: number; firstDraw: number }
    return lastDraw < performance.now() - 2_500 || firstDraw < performance.now() - 60_000
  }, null, 400_000)
}

/** The picture brought down to these sizes, as WebP. */
async function brought(browser: Browser, png: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage()
  const webp = await page.evaluate(async ([data, w, h]) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = new OffscreenCanvas(w, h)
    const pen = canvas.getContext('2d')!
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(image, 0, 0, w, h)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.86 })).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  }, [png, width, height] as const)
  await page.close()
  return Buffer.from(webp, 'base64')
}

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: HEIGHT }, deviceScaleFactor: SHARP, locale: 'fr-FR', reducedMotion: 'reduce' })
  // A frame may take most of a minute without a graphics processor.
  context.setDefaultTimeout(900_000)
  const page = await context.newPage()
  await page.addInitScript(`localStorage.setItem('compagnon.settings', ${JSON.stringify(settings)}); globalThis.lastDraw = globalThis.firstDraw = Infinity
    const draw = WebGL2RenderingContext.prototype.drawElements
    WebGL2RenderingContext.prototype.drawElements = function (...given) { lastDraw = performance.now(); firstDraw = Math.min(firstDraw, lastDraw); return draw.apply(this, given) }`)
  await page.goto(`${address}?scenario=${shot.scenario}&seed=0&mode=practice`)
  await page.addStyleTag({ content: hidden })
  await workshopStands(page)
  await begin(page, shot)
  await look(page, shot)
  await still(page)
  const devtools: CDPSession = await context.newCDPSession(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, width: WIDTH, height: HEIGHT, scale: 1 } })
  await writeFile(new URL(`${shot.scenario}.webp`, out), await brought(browser, data, WIDTH, HEIGHT))
  await writeFile(new URL(`${shot.scenario}-800.webp`, out), await brought(browser, data, WIDTH / 2, HEIGHT / 2))
  console.log(`${shot.scenario}: taken`)
  await context.close()
}

const asked = process.argv.slice(2)
await mkdir(out, { recursive: true })
const server = await buildScenePage()
const browser = await launchBrowser()
try {
  for (const shot of shots) if (asked.length === 0 || asked.includes(shot.scenario)) await take(browser, server.address, shot)
} finally {
  await browser.close()
  await server.close()
}
