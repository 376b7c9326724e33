// SPDX-License-Identifier: EUPL-1.2
const TIMEOUT_MS = 8_000
const MOST_BYTES = 5 * 2 ** 20

/**
 * Gets a published status list over http or https; undefined when there is none. The address comes from the file being
 * checked, so nothing else is followed: no redirection, no other scheme, no endless answer.
 */
export async function fetchStatus(address: string): Promise<unknown> {
  if (!/^https?:\/\//.test(address)) return undefined
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!answer.ok || answer.body === null) return undefined
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of answer.body) {
    length += part.length
    if (length > MOST_BYTES) return undefined
    parts.push(part)
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
}
