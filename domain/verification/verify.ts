// SPDX-License-Identifier: EUPL-1.2
import type { Bundle } from './bundle.ts'
import { gatherFacts } from './gather.ts'
import type { Ports } from './gather.ts'
import { judge, judgeUnread } from './judge.ts'
import { readBundle } from './read-bundle.ts'
import type { Verdict } from './verdict.ts'

/** The answer about a holder's file, and the bundle in it when it can be read. Never throws, whatever the file is. */
export async function verify(file: Uint8Array | string, ports: Ports): Promise<{ verdict: Verdict; bundle: Bundle | null }> {
  const reading = readBundle(file)
  if ('fault' in reading) return { verdict: judgeUnread(reading.fault), bundle: null }
  return { verdict: judge(await gatherFacts(reading.bundle, ports)), bundle: reading.bundle }
}
