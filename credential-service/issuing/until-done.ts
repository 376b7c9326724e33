// SPDX-License-Identifier: EUPL-1.2
import { issueSession, readProgress } from '../use-cases/diplomas/index.ts'
import type { DiplomaNeeds } from '../use-cases/diplomas/index.ts'
import type { Patiently } from './patience.ts'
import { say, words } from './words.ts'

const EVERY_MS = 1_000
const PAUSE_MS = 250

export const pause = () => new Promise(resolve => setTimeout(resolve, PAUSE_MS))

export type Telling = { language: 'fr' | 'en'; out: (line: string) => void }

/** Brings a session from wherever it stands as far as it goes, and says how far it is; false when it stopped by itself. */
export async function untilDone(needs: DiplomaNeeds, id: string, patiently: Patiently, { language, out }: Telling): Promise<boolean> {
  const [issue, read, { follow }] = [issueSession(needs), readProgress(needs), needs.ledger]
  const timer = setInterval(() => void tell(read, id, { language, out }).catch(() => undefined), EVERY_MS)
  try {
    while (await patiently(() => issue(id))) {
      await patiently(follow)
      await pause()
    }
    const { state, problem, issued, root } = await patiently(() => read(id))
    if (state === 'issued') {
      out(say(words.jury, language, { issued, root }))
      return true
    }
    // What a reorganisation undid since it was confirmed is put back before anyone is told that it is there.
    while (state === 'anchored' && await patiently(follow) > 0) await pause()
    out(state === 'anchored' ? say(words.done, language, { issued }) : say(words.stopped, language, { state, problem: problem ?? '' }))
    return state === 'anchored'
  } finally {
    clearInterval(timer)
  }
}

async function tell(read: ReturnType<typeof readProgress>, id: string, { language, out }: Telling): Promise<void> {
  const { issued, expected, perSecond, secondsLeft, batches, state } = await read(id)
  if (state === 'running') out(say(words.progress, language, { issued, expected, rate: perSecond && Math.round(perSecond), left: secondsLeft }))
  if (state === 'issued') out(say(words.anchoring, language, batches))
}
