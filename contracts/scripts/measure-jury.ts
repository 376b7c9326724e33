// SPDX-License-Identifier: EUPL-1.2
import { bytes32Of, DIPLOMA, juryOf, signatureOf } from './jury.ts'
import { passkeyNamed } from './passkey.ts'
import { openLedger } from './simulated.ts'
import type { SimulatedLedger } from './simulated.ts'
import type { GasLine } from './measure-gas.ts'
import { REFUSAL, toBatch } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'

/** The most that three passkey signatures may cost, checked and counted, where the network knows P-256 (EIP-7951). */
export const THREE_SIGNATURES_LIMIT = 200_000n

const UNTIL = 0xfdfdfdfdfdfd
const QUORUM = 3
const BATCHES = 16

/** A jury of three from its first seat to its anchored diplomas; figures from the receipts. */
async function transactions(ledger: SimulatedLedger): Promise<GasLine[]> {
  const { academy, ministry, send } = ledger
  await send(ministry, 'accredit', academy.address, DIPLOMA, 0, UNTIL, true)
  const passkeys = ['Anne', 'Bruno', 'Chloé'].map(passkeyNamed)
  const jury = juryOf(ledger, academy, passkeys)
  const lines: GasLine[] = []
  const note = (what: string, { gasUsed }: { gasUsed: bigint }) => { lines.push({ what, gas: gasUsed }) }
  for (const passkey of passkeys.slice(1)) await jury.seat(passkey, UNTIL)
  note('seat a member', await jury.seat(passkeyNamed('Anne'), UNTIL))
  const first = await jury.open(bytes32Of('session'), bytes32Of('results'), QUORUM)
  note('open a deliberation of three', first.receipt)
  const signatures = (deliberation: Bytes32, results: string, root: Bytes32) =>
    passkeys.map(passkey => signatureOf(ledger, { deliberation, results: bytes32Of(results), root }, passkey))
  const refusals = signatures(first.deliberation, 'results', REFUSAL)
  note('refuse, three passkey signatures', await send(academy, 'refuse', first.deliberation, refusals))
  const next = await jury.reopen(first.deliberation, bytes32Of('session'), bytes32Of('other results'), QUORUM)
  note('reopen over other results', next.receipt)
  const roots = Array.from({ length: BATCHES }, (_, batch) => bytes32Of(`batch ${batch}`))
  const session = toBatch(roots, [])
  const agreed = signatures(next.deliberation, 'other results', session.root)
  note('**decide, three passkey signatures**', await send(academy, 'decide', next.deliberation, session.root, agreed))
  note('anchor the whole session', await send(academy, 'anchorDecided', session.root, next.deliberation, []))
  const [batch = session.root] = roots
  note(`anchor one batch of its ${BATCHES}`, await send(academy, 'anchorDecided', batch, next.deliberation, session.pathOf(batch)))
  note('add the minutes', await send(academy, 'addMinutes', next.deliberation, bytes32Of('minutes')))
  return lines
}

/** The same on a network that knows P-256 and on one where the contract computes it. */
export async function measureJury(): Promise<GasLine[]> {
  const [known, computed] = await Promise.all((['sim', 'simWithoutP256'] as const).map(async chain => {
    const ledger = await openLedger(chain)
    try {
      return await transactions(ledger)
    } finally {
      await ledger.close()
    }
  }))
  const without = computed?.filter(({ what }) => what.includes('decide')) ?? []
  return [...known ?? [], ...without.map(({ gas }) => ({ what: 'decide, three passkey signatures, without the precompile', gas }))]
}
