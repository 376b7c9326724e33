// SPDX-License-Identifier: EUPL-1.2
// `npm run dev`: Vite at PORT, the service behind it; each reloads when its files change.
import { spawn } from 'node:child_process'
import { createServer as createSocket } from 'node:net'
import { createServer } from 'vite'

const SERVICE_PATHS = ['/api', '/oidc', '/demonstration', '/schools', '/status', '/health']
const WATCHED = ['credential-service', 'domain', 'resources', 'contracts/generated']

const port = Number(process.env.PORT ?? 3000)
const servicePort = await freePort()
const serviceUrl = `http://localhost:${servicePort}`

const service = spawn(process.execPath, [
  '--watch', '--watch-preserve-output', ...WATCHED.map((path) => `--watch-path=${path}`), 'credential-service/start.ts',
], {
  stdio: 'inherit',
  env: { PUBLIC_ORIGIN: `http://localhost:${port}`, ...process.env, PORT: String(servicePort), COMPAGNON_DEV: '1' },
})

// The service must see the address that people typed: it is the one that sign-in is bound to.
const throughProxy = { target: serviceUrl, changeOrigin: false }
const vite = await createServer({
  optimizeDeps: { entries: ['index.html'] },
  server: { port, strictPort: true, proxy: Object.fromEntries(SERVICE_PATHS.map((path) => [path, throughProxy])) },
})
await vite.listen()
vite.printUrls()

// Ctrl-C reaches the service too (same group of processes); it stops by itself, and this waits for it.
const ended = new Promise((resolve) => service.once('exit', resolve))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

async function stop(): Promise<void> {
  service.kill('SIGTERM')
  await Promise.all([ended, vite.close()])
  process.exit()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket().once('error', reject).listen(0, 'localhost', () => {
      const { port: free } = socket.address() as { port: number }
      socket.close(() => resolve(free))
    })
  })
}
