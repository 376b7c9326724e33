// SPDX-License-Identifier: EUPL-1.2
import { newPasskey } from '#contracts/scripts/passkey.ts'
import { challengeOf, deliberationNameOf, FIRST_ROUND, memberOf, toBatch, toMemberSignature } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { toDiplomaCredential } from '#domain/credential/diploma/issuing.ts'
import { sealBundle } from '#domain/verification/index.ts'
import { diplomaOf } from '#tests/domain/credential/diploma/records.ts'
import { did, recordOf } from '#tests/domain/credential/records.ts'
import type { realLedger } from './real-ledger.ts'

const FAR = 2 ** 47
const bytes32 = (seed: number): Bytes32 => `0x${seed.toString(16).padStart(2, '0').repeat(32)}`

/**
 * A diploma on a real ledger: a jury of four names, of whom one was replaced; two of the three who sit signed, and the batch
 * was anchored with its path to what they signed.
 */
export async function diplomaOn(ledger: Awaited<ReturnType<typeof realLedger>>) {
  const { chainId, contract, accounts: { school: issuer } } = ledger
  const passkeys = [newPasskey(), newPasskey(), newPasskey(), newPasskey()]
  const members = passkeys.map(({ point }) => memberOf(point))
  const [session, results, quorum] = [bytes32(70), bytes32(71), 2]
  await ledger.ask('ministry', 'accredit', issuer, 2, 0, FAR - 1, false)
  const { timestamp } = (await ledger.provider.getBlock('latest'))!
  for (const { point: { x, y } } of passkeys) await ledger.ask('school', 'seat', x, y, 0, timestamp + 3_600)
  const content = { issuer, session, results, members: members.slice(0, 3), quorum, previous: FIRST_ROUND }
  const deliberation = deliberationNameOf({ chainId, contract }, content)
  await ledger.ask('school', 'open', session, results, content.members, quorum)
  await ledger.ask('school', 'replace', deliberation, members[2], members[3])
  const tree = (batch: Bytes32) => toBatch([batch, bytes32(72)], [])

  async function decideAndAnchor(batch: Bytes32) {
    const { root, pathOf } = tree(batch)
    const statement = { deliberation, results, root }
    const place = { chainId, contract }
    const signatures = [passkeys[0]!, passkeys[3]!].map(({ point, answer }) => toMemberSignature(place, statement, point, answer(challengeOf(place, statement))))
    await ledger.ask('school', 'decide', deliberation, root, signatures)
    return ledger.ask('school', 'anchorDecided', batch, deliberation, pathOf(batch))
  }
  const issued = Math.floor(Date.now() / 1000)
  const validFrom = new Date(issued * 1000).toISOString().replace('.000', '')
  const unsigned = toDiplomaCredential(diplomaOf({ validFrom, issuer: { did, name: 'Académie de Versailles' }, status: recordOf().status }))
  const { integrity: _, ...parts } = await ledger.signedOn(issued, 9, decideAndAnchor, { kind: 2, unsigned })
  const batch = parts.receipt.root as Bytes32
  const { root, pathOf } = tree(batch)
  const { closedAt } = (await ledger.reader.deliberationUnder(batch))!
  const said = { deliberation, results, root, path: pathOf(batch), round: 1, members: 3, quorum, signatures: 2, decidedAt: closedAt }
  return { bundle: sealBundle({ ...parts, deliberation: said }), untold: sealBundle(parts), deliberation }
}
