// SPDX-License-Identifier: EUPL-1.2
import { Problem, Unreachable, problemOf } from './problem.ts'

type Options = { signal?: AbortSignal }

/** GET a JSON answer. Throws `Problem` for a refusal and `Unreachable` when nothing answers. */
export const get = <Answer>(path: string, options: Options = {}) => ask<Answer>('GET', path, undefined, options)

/** POST a JSON body. Throws as `get`. An empty answer (204) gives undefined. */
export const post = <Answer>(path: string, body: unknown = {}, options: Options = {}) =>
  ask<Answer>('POST', path, body, options)

async function ask<Answer>(method: string, path: string, body: unknown, { signal }: Options): Promise<Answer> {
  const answer = await reach(path, {
    method,
    signal: signal ?? null,
    headers: {
      accept: 'application/json',
      // Refusals come back in the words of the language on the screen.
      'accept-language': document.documentElement.lang,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw await problemOf(answer)
  if (answer.status === 204) return undefined as Answer
  // With the service stopped a proxy may answer with a page: that is not an answer of the service.
  if (!(answer.headers.get('content-type') ?? '').includes('json')) throw new Problem(answer.status, 'NOT_JSON')
  return await answer.json() as Answer
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(error)
  }
}

/** Where signing in starts; the person comes back to `returnTo`, a path of this app. */
export const signInAddress = (returnTo: string) => `/api/sign-in?returnTo=${encodeURIComponent(returnTo)}`
