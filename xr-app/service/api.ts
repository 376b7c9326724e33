// SPDX-License-Identifier: EUPL-1.2
import { Problem, Unreachable, problemOf } from './problem.ts'

type Options = { signal?: AbortSignal }

/** GET a JSON answer. Throws `Problem` for a refusal and `Unreachable` when nothing answers. */
export const get = <Answer>(path: string, options: Options = {}) => ask<Answer>('GET', path, undefined, options)

/** POST a JSON body. Throws as `get`. An empty answer (204) gives undefined. */
export const post = <Answer>(path: string, body: unknown = {}, options: Options = {}) =>
  ask<Answer>('POST', path, body, options)

/** GET a file, with the name that the service gives it. Throws as `get`. */
export async function getFile(path: string): Promise<{ content: Blob; name: string }> {
  const answer = await reach(path, { headers: { 'accept-language': document.documentElement.lang } })
  if (!answer.ok) throw await problemOf(answer)
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  // With the service stopped a proxy may answer with a page: that is no file of the service.
  if (name === undefined) throw new Problem(answer.status, 'NOT_A_FILE')
  return { content: await answer.blob(), name }
}

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

/** Where signing in starts; the person comes back to `returnTo`, a path of this app, and by the back button to this page. */
export const signInAddress = (returnTo: string, from = location.pathname + location.search) =>
  `/api/sign-in?${new URLSearchParams(from === returnTo ? { returnTo } : { returnTo, from })}`
