// SPDX-License-Identifier: EUPL-1.2

/** How many letters must be added, taken away or changed to make one name of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other[j] ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** A list longer than this tells nobody anything. */
const FEW = 12

/** What may have been meant by a name that is not there, as the end of a sentence; nothing when no name comes near. */
export function meant(name: string, names: Iterable<string>): string {
  const known = [...new Set(names)]
  const near = known.map((one) => ({ one, far: distance(name, one) })).toSorted((a, b) => a.far - b.far)[0]
  // One letter of a short name, two or a third of a longer one: further away it is another word.
  if (near && near.far <= Math.max(name.length < 4 ? 1 : 2, Math.floor(name.length / 3))) return `; did you mean ${near.one}?`
  return known.length > 0 && known.length <= FEW ? `; there are ${known.join(', ')}` : ''
}
