// SPDX-License-Identifier: EUPL-1.2

/** What evidence rests on: hashes, and signatures. */
export const algorithms = ['sha-256', 'keccak-256', 'blake2b-256', 'sha3-256', 'ed25519', 'secp256k1', 'p-256'] as const
export type Algorithm = (typeof algorithms)[number]

/** Since when (seconds since 1970) a verifier no longer relies on an algorithm. What was made before stands if something unbroken covered it by then. */
export type BrokenAlgorithms = Partial<Record<Algorithm, number>>

/** What this version of the verifier no longer relies on. Nothing yet: the day one falls, its date is written here. */
export const brokenToday: BrokenAlgorithms = {}

/** The first of these algorithms that is broken at a date, and since when. */
export function brokenAt(broken: BrokenAlgorithms, names: readonly string[], date: number): { algorithm: string; since: number } | null {
  for (const algorithm of names) {
    const since = Object.hasOwn(broken, algorithm) ? broken[algorithm as Algorithm] : undefined
    if (since !== undefined && since <= date) return { algorithm, since }
  }
  return null
}

export const isAlgorithm = (name: string): name is Algorithm => (algorithms as readonly string[]).includes(name)
