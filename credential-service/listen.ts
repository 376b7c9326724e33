// SPDX-License-Identifier: EUPL-1.2
import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { StartError } from './words.ts'

/** @throws StartError when the port is taken or not ours to take */
export async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  await app.listen({ port, host }).catch((cause: NodeJS.ErrnoException) => { throw refused(cause, port, host) })
}

/**
 * Looks whether the port is free before the slow first start.
 * @throws StartError when it is not
 */
export function checkPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refused(cause, port, host)))
    server.listen({ port, host }, () => server.close(() => resolve()))
  })
}

function refused(cause: NodeJS.ErrnoException, port: number, host: string): unknown {
  if (cause.code === 'EADDRINUSE') {
    return new StartError({
      fr: `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou choisissez-en un autre (PORT=3001 npm start).`,
      en: `Port ${port} is already taken by another program: stop it, or choose another (PORT=3001 npm start).`,
    }, cause)
  }
  if (cause.code === 'EACCES') {
    return new StartError({
      fr: `Ce compte n'a pas le droit d'écouter sur le port ${port} : choisissez un port au-dessus de 1023.`,
      en: `This account may not listen on port ${port}: choose a port above 1023.`,
    }, cause)
  }
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
    return new StartError({
      fr: `L'adresse HOST=${host} n'est pas une adresse de cette machine.`,
      en: `The address HOST=${host} is not an address of this machine.`,
    }, cause)
  }
  return cause
}
