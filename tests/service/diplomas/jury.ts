// SPDX-License-Identifier: EUPL-1.2
import { Contract, JsonRpcProvider, id } from 'ethers'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { newPasskey } from '#contracts/scripts/passkey.ts'
import { challengeOf, deliberationNameOf, FIRST_ROUND, memberOf, toMemberSignature } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'

type Place = { rpc: string; chainId: number; contract: string }
const QUORUM = 2

/** A jury of three passkeys decides, two of them, over this root; gives the deliberation. A node of tests lets anyone send as anyone. */
export async function decide(place: Place, academy: string, sessionName: string, root: Bytes32): Promise<string> {
  const provider = new JsonRpcProvider(place.rpc, place.chainId, { cacheTimeout: -1 })
  try {
    const nonce = await provider.send('eth_getTransactionCount', [academy, 'latest']) as string
    await provider.send('anvil_impersonateAccount', [academy])
    const contract = new Contract(place.contract, compiled.abi, await provider.getSigner(academy))
    const send = async (verb: string, ...values: unknown[]) => { await (await contract.getFunction(verb)(...values)).wait() }
    const passkeys = [newPasskey(), newPasskey(), newPasskey()]
    const until = (await provider.getBlock('latest'))!.timestamp + 3_600
    for (const { point } of passkeys) await send('seat', point.x, point.y, 0, until)
    const [session, results] = [id(sessionName) as Bytes32, id(`results of ${sessionName}`) as Bytes32]
    const members = passkeys.map(({ point }) => memberOf(point))
    await send('open', session, results, members, QUORUM)
    const deliberation = deliberationNameOf(place, { issuer: academy, session, results, members, quorum: QUORUM, previous: FIRST_ROUND })
    const statement = { deliberation, results, root }
    const signatures = passkeys.slice(0, QUORUM).map(({ point, answer }) => toMemberSignature(place, statement, point, answer(challengeOf(place, statement))))
    await send('decide', deliberation, root, signatures)
    // As if another account had brought it all: the service orders the academy's own transactions by itself.
    await provider.send('anvil_setNonce', [academy, nonce])
    await provider.send('anvil_stopImpersonatingAccount', [academy])
    return deliberation
  } finally {
    provider.destroy()
  }
}
