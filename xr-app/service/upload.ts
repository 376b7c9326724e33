// SPDX-License-Identifier: EUPL-1.2
import { Problem, problemOf, Unreachable } from './problem.ts'

export type Sending<Answer> = { answer: Promise<Answer>; stop: () => void }

/**
 * Sends a file as it is on the disk, telling how much has left. `fetch` tells nothing of what it sends, hence this older
 * way. Throws as `post`; a sending that was stopped throws an AbortError.
 */
export function sendFile<Answer>(path: string, file: File, type: string, progress: (share: number) => void): Sending<Answer> {
  const request = new XMLHttpRequest()
  const answer = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Unreachable(null))
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'))
    request.onload = () => void read<Answer>(request).then(resolve, reject)
  })
  request.open('POST', path)
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('accept-language', document.documentElement.lang)
  request.setRequestHeader('content-type', type)
  // Not in the address, which is kept where a name of somebody's has no place.
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  request.send(file)
  return { answer, stop: () => request.abort() }
}

async function read<Answer>(request: XMLHttpRequest): Promise<Answer> {
  const type = request.getResponseHeader('content-type') ?? ''
  if (request.status >= 400) throw await problemOf(new Response(request.responseText, { status: request.status, headers: { 'content-type': type } }))
  if (!type.includes('json')) throw new Problem(request.status, 'NOT_JSON')
  return JSON.parse(request.responseText) as Answer
}
