// SPDX-License-Identifier: EUPL-1.2
import { LARGEST_BUNDLE, readBundle } from '#domain/verification/read-bundle.ts'

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The id of a credential in what was typed or pasted: alone, or as the `urn:uuid:` that the credential carries. */
export const idIn = (text: string): string | null => UUID.exec(text)?.[0].toLowerCase() ?? null

/** The id of the credential in a holder's file, read here: nothing else of the file leaves the page. */
export async function idOfFile(file: Blob): Promise<string | null> {
  const reading = readBundle(new Uint8Array(await file.slice(0, LARGEST_BUNDLE + 1).arrayBuffer()))
  if ('fault' in reading) return null
  const { id } = reading.bundle.credential
  return typeof id === 'string' ? idIn(id) : null
}
