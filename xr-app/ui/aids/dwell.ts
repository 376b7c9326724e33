// SPDX-License-Identifier: EUPL-1.2
/** Acting by resting: on what, for how long already (0–1), and whether it is done now. */
export type Dwelling = { aim: string | null; share: number; done: boolean }

/** A trembling head leaves its target for a moment: shorter than this it never left. */
const FORGIVEN_MS = 180

/**
 * Follows what is aimed at and says when it has been long enough. What was just acted on must be left before it acts
 * again: looking at a lever does not move it for ever. Pure but for its own memory: time comes in.
 */
export function createDwell() {
  let [aim, since, seen, spent]: [string | null, number, number, boolean] = [null, 0, 0, false]
  return (now: number, target: string | null, ms: number): Dwelling => {
    if (target === aim) seen = now
    else if (aim === null || now - seen > FORGIVEN_MS) [aim, since, seen, spent] = [target, now, now, false]
    if (aim === null || spent) return { aim, share: 0, done: false }
    const share = Math.min(1, (now - since) / ms)
    // Done only while it is really aimed at, not in a moment that is forgiven.
    if (share >= 1 && target === aim) {
      spent = true
      return { aim, share: 1, done: true }
    }
    return { aim, share, done: false }
  }
}
