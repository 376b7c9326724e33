// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net'

/** A port that nobody holds right now, on every address of this machine. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
