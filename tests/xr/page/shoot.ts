// SPDX-License-Identifier: EUPL-1.2
import { chromium as launcher } from 'playwright-core'
import chromium from '@sparticuz/chromium'
import { writeFileSync } from 'node:fs'
import { createServer } from 'vite'
import react from '@vitejs/plugin-react'

const root = new URL('../../..', import.meta.url).pathname
const server = await createServer({ configFile: false, root, plugins: [react()], server: { port: 0, host: '127.0.0.1', watch: null }, logLevel: 'error',
  cacheDir: '/tmp/vite-xr-page' })
await server.listen()
const address = server.resolvedUrls!.local[0]!
const browser = await launcher.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'] })
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
page.on('console', (m) => (m.type() === 'error' || m.type() === 'warning') && console.log(m.type(), m.text().slice(0, 600)))
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 800)))
for (const shot of process.argv.slice(2)) {
  const [name, query = ''] = shot.split('@')
  await page.goto(`${address}tests/xr/page/index.html?${query}`)
  await page.waitForFunction('globalThis.ready', null, { timeout: 60_000 }).catch((e) => console.log(String(e)))
  const t0 = Date.now()
  const data = await page.evaluate(`(() => { gl.render(three.scene, three.camera); return gl.domElement.toDataURL('image/png') })()`) as string
  writeFileSync(`/tmp/shots/${name}.png`, Buffer.from(data.split(',')[1]!, 'base64'))
  const t1 = Date.now()
  await page.evaluate('gl.render(three.scene, three.camera), gl.getContext().finish()')
  console.log(t1 - t0, 'ms first', Date.now() - t1, 'ms second')
  console.log(name, await page.evaluate('gl ? JSON.stringify({ ...gl.info.render, ...gl.info.memory }) : ""'))
}
await browser.close()
await server.close()
