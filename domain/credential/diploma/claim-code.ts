// SPDX-License-Identifier: EUPL-1.2
/** Letters and figures that nobody takes for another: no 0, 1, I or O. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 16
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** How many random bytes a code is made of; each gives five bits: 80 in all. */
export const CLAIM_BYTES = LENGTH

/** The code that a school hands to a graduate, in groups of four: XXXX-XXXX-XXXX-XXXX. */
export function claimCodeOf(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, LENGTH), byte => ALPHABET[byte % ALPHABET.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** A code as it was typed, without what people add to it; null when it cannot be one. */
export function readClaimCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s\p{Pd}._]/gu, '')
  return CODE.test(letters) ? letters : null
}
