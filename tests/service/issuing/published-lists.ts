// SPDX-License-Identifier: EUPL-1.2
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list'
import { keccak256, toUtf8Bytes } from 'ethers'
import { toBytes32 } from '#domain/anchoring/index.ts'
import { digestOf, digestOfText } from '#domain/canonical.ts'
import { addressOfForm, bitAt, statusForms } from '#domain/credential/index.ts'
import type { StatusForm } from '#domain/credential/index.ts'
import { trustedLedgerReader } from '#service/adapters/verification/index.ts'
import { readStatusList } from '#service/use-cases/issuing/index.ts'
import type { IssuingNeeds } from '#service/use-cases/issuing/index.ts'
import type { StatusUseCases } from '#service/use-cases/status/index.ts'
import type { School } from '#service/use-cases/issuing/ports.ts'

type Bitstring = { credentialSubject: { encodedList: string } }

/** What is published of a list under the origin of the tests, and what the ledger has of it. */
export function publishedLists(needs: () => IssuingNeeds, origin: string) {
  const listsOf = async (list: string) => ({
    revocation: JSON.parse(await readStatusList(needs())(list, 'revocation')) as Bitstring,
    suspension: JSON.parse(await readStatusList(needs())(list, 'suspension')) as Bitstring,
    token: await readStatusList(needs())(list, 'token'),
  })
  /** What each published form says of a place: that of two lists and that of the token, in the words of the token. */
  const saidOf = async (list: string, places: number[]) => {
    const { revocation, suspension, token } = await listsOf(list)
    const tokens = getListFromStatusListJWT(token)
    return Promise.all(places.map(async place => {
      const [revoked, suspended] = [await bitAt(revocation.credentialSubject.encodedList, place), await bitAt(suspension.credentialSubject.encodedList, place)]
      return { bitstrings: revoked ? 1 : suspended ? 2 : 0, token: tokens.getStatus(place) }
    }))
  }
  /** Each form with the digest of what is published and the last one that the ledger has from this issuer. */
  const digestsOf = async (list: string, issuer: School) => {
    const { rpc, chainId, contract } = (await needs().ledger.place())!
    const { reader, close } = trustedLedgerReader({ rpc, chainId, contract })
    const { token, ...bitstrings } = await listsOf(list)
    const account = await needs().ledger.accountOf(issuer)
    const digests = await Promise.all(statusForms.map(async (form: StatusForm) => {
      const records = await reader.statusListsOf(account, keccak256(toUtf8Bytes(addressOfForm(`${origin}/status/${list}`, form))) as `0x${string}`)
      return { form, published: toBytes32(form === 'token' ? digestOfText(token) : digestOf(bitstrings[form])), onLedger: records.at(-1)?.digest }
    }))
    close()
    return digests
  }
  return { listsOf, saidOf, digestsOf }
}

/** Lets pass that the pool had no connection to give in time; anything else is thrown. */
function unlessBusy(error: unknown): void {
  if (!/timeout exceeded when trying to connect/.test(String(error))) throw error
}

/** Confirms every one of these acts at once, while the publisher is at work: it must neither miss a change nor publish half of one. */
export async function confirmAtOnce(acts: string[], second: Parameters<StatusUseCases['decideAct']>[0], useCases: StatusUseCases, round: () => Promise<unknown>): Promise<void> {
  let confirming = true
  const publishing = (async () => {
    while (confirming) {
      await round().catch(unlessBusy)
      await new Promise(resolve => setTimeout(resolve, 1_000))
    }
  })()
  // Whoever finds every connection taken for too long is told so and asks again; the same decision answers the same.
  const confirm = async (act: string): Promise<unknown> =>
    useCases.decideAct(second, act, 'confirmed').catch((error: unknown) => (unlessBusy(error), confirm(act)))
  await Promise.all(acts.map(confirm))
  confirming = false
  await publishing
}
