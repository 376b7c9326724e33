// SPDX-License-Identifier: EUPL-1.2
import { isUnreachable } from '../issuing/each-in-turn.ts'
import { resultsCounter } from './count-results.ts'
import { digestNow } from './open-deliberation.ts'
import type { Deliberation, DeliberationNeeds } from './ports.ts'

/** How long one turn may last: so long, at most, does a short session wait for a long one. */
const TURN_MS = 2_000

/**
 * Brings what takes long of every deliberation a turn further: its lines are counted before it is opened, its diplomas made
 * while it is open, and anchored once it is decided. A session of a million lines takes many turns, and whoever came
 * last in one comes first in the next. Which one that was is all that is remembered: a restart loses nothing.
 * @returns whether more could be done at once
 */
export function advanceDiplomas(needs: DeliberationNeeds, turnMs = TURN_MS) {
  const [count, bring] = [countTurn(needs), diplomasTurn(needs)]
  const turns = [inTurn(needs, turnMs, isUncounted, count), inTurn(needs, turnMs, wantsDiplomas, bring)]
  return async (): Promise<boolean> => {
    let more = false
    const failures: unknown[] = []
    for (const turn of turns) more = await turn(failures) || more
    if (failures.length) throw failures[0]
    return more
  }
}

const isUncounted = ({ state, counts }: Deliberation) => state === 'opening' && counts === null
const wantsDiplomas = ({ state, root }: Deliberation) => (state === 'open' && root === null) || state === 'decided'

type Bring = (deliberation: Deliberation, until: Date) => Promise<boolean>

/** A round that begins after whom the last one ended with; one that fails holds up nobody else. */
function inTurn({ store, edge }: DeliberationNeeds, turnMs: number, waits: (one: Deliberation) => boolean, bring: Bring) {
  let last: string | null = null
  return async (failures: unknown[]): Promise<boolean> => {
    const all = (await store.underWay()).filter(waits).sort((a, b) => (a.id < b.id ? -1 : 1))
    const from = all.findIndex(({ id }) => last !== null && id > last)
    const until = new Date(edge.now().getTime() + turnMs)
    let more = false
    for (const one of from < 0 ? all : [...all.slice(from), ...all.slice(0, from)]) {
      last = one.id
      more = await bring(one, until).catch((error: unknown) => { failures.push(error); return false }) || more
      // A ledger that does not answer would answer none of the others.
      if (edge.now() >= until || failures.some(isUnreachable)) break
    }
    return more
  }
}

function countTurn(needs: DeliberationNeeds): Bring {
  const count = resultsCounter(needs)
  return async (deliberation, until) => {
    const counts = await count(deliberation, until)
    if (counts) await needs.store.keepCounts(deliberation.id, counts)
    return counts === null
  }
}

/** What stops it is shown to the academy; the log has the rest. */
const diplomasTurn = (needs: DeliberationNeeds): Bring => async (deliberation, until) => {
  const { store } = needs
  const { id, diplomasProblem } = deliberation
  try {
    const more = await bringDiplomas(needs, deliberation, until)
    if (diplomasProblem !== null) await store.keepDiplomasProblem(id, null)
    return more
  } catch (error) {
    const code = (error as { code?: unknown }).code
    if (typeof code === 'string' && code !== diplomasProblem) await store.keepDiplomasProblem(id, code)
    throw error
  }
}

/** The root is kept once all are made, and only if every line they were made from is one of those deliberated. */
async function bringDiplomas(needs: DeliberationNeeds, deliberation: Deliberation, until: Date): Promise<boolean> {
  const { results, diplomas, store } = needs
  const { id, root } = deliberation
  const known = await diplomas.standing(id)
  if (known.anchored) return false
  const more = await diplomas.bring(deliberation, (await results.session(deliberation.results))?.academy ?? '', until)
  if (root !== null) return more
  const made = await diplomas.standing(id)
  if (made.root !== null && (await digestNow(needs, deliberation.results)) === deliberation.digest) await store.keepRoot(id, made.root)
  return more
}
