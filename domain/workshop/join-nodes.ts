// SPDX-License-Identifier: EUPL-1.2

/** Joins nodes pair by pair (union-find); answers the group of a node, named after one of its nodes. */
export function joinNodes(pairs: readonly (readonly [string, string])[]): (node: string) => string {
  const parent = new Map<string, string>()
  const groupOf = (node: string): string => {
    let root = node
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    return root
  }
  for (const [a, b] of pairs) {
    const [from, to] = [groupOf(a), groupOf(b)]
    if (from !== to) parent.set(from, to)
  }
  return groupOf
}
