// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream'
import { ServiceError } from '../use-cases/errors.ts'

/**
 * The pieces of a body as they come; refuses ERR_TOO_SLOW when none comes for `silenceMs` while one is waited for.
 * Whoever stops reading early leaves the rest to be read past: a line that is cut carries no answer.
 */
export async function* heardBody(body: Readable, silenceMs: number): AsyncIterable<Uint8Array> {
  const pieces = body.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  try {
    for (;;) {
      const silence = Promise.withResolvers<never>()
      const timer = setTimeout(() => silence.reject(new ServiceError('ERR_TOO_SLOW')), silenceMs)
      const next = await Promise.race([pieces.next(), silence.promise]).finally(() => clearTimeout(timer))
      if (next.done) return
      yield next.value
    }
  } finally {
    // Not awaited: while a piece is waited for, it ends only with that piece.
    void pieces.return?.().then(() => body.resume())
  }
}
