// SPDX-License-Identifier: EUPL-1.2
// A proof handed from the wallet to the page that verifies: by the browser's history, so that nothing of it is in an address.

/** What a link to the page of verification carries: where this service keeps the file. */
export const handing = (file: string) => ({ proof: file })

/** Of one's own files alone: the history of a page is no place to be sent elsewhere from. */
const ownFile = /^\/api\/(wallet\/diplomas|credentials)\/[\w-]+\/bundle$/

/** Where the file is that was handed over; null when none was. */
export function handedIn(state: unknown): string | null {
  const proof = typeof state === 'object' && state !== null && 'proof' in state ? state.proof : null
  return typeof proof === 'string' && ownFile.test(proof) ? proof : null
}
