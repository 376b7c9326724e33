// SPDX-License-Identifier: EUPL-1.2
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { keccak, toBytes32 } from '../anchoring/bytes32.ts'
import { checkRenewals } from '../anchoring/check-renewals.ts'
import { anchoredRootOf, renewalHashes } from '../anchoring/renewal.ts'
import type { Renewal } from '../anchoring/renewal.ts'
import { digestOf } from '../canonical.ts'
import { accountsOf } from '../credential/did-document.ts'
import { RENEWAL_KIND } from '../credential/kind.ts'
import type { Bundle } from './bundle.ts'
import type { Facts, RenewalFacts, RenewalOnLedger } from './facts.ts'
import type { LedgerReader } from './ledger.ts'

/** What the renewals in a file say by themselves. */
export function renewalFacts({ renewals, ...file }: Bundle): Pick<Facts, 'renewals'> {
  if (renewals === undefined) return {}
  const faults = checkRenewals({ ...file, renewals })
  return { renewals: renewals.map((renewal, i) => factsOf(renewal, faults[i] ?? null)) }
}

const factsOf = (renewal: Renewal, fault: RenewalFacts['fault']): RenewalFacts => ({
  fault,
  hash: renewal.record.hash,
  account: renewal.ledger.issuer,
  signer: {
    account: signerAccount(renewal),
    documentDigest: toBytes32(digestOf(renewal.signer.didDocument)),
    didDigest: keccak(utf8ToBytes(renewal.signer.did)),
  },
})

const signerAccount = ({ signer, ledger }: Renewal) => accountsOf(signer.didDocument, ledger.chainId)[0] ?? null

/** What the ledger says of them; one whose hash is unknown is not asked about. Rejects as the reader does. */
export async function askRenewals({ renewals = [], receipt }: Bundle, reader: LedgerReader): Promise<RenewalOnLedger[]> {
  const documents = new Map<string, ReturnType<LedgerReader['documentsOf']>>()
  return Promise.all(renewals.map(async renewal => {
    const { record, ledger } = renewal
    const hash = Object.hasOwn(renewalHashes, record.hash) ? renewalHashes[record.hash] : undefined
    const here = ledger.chainId === receipt.ledger.chainId && ledger.contract === receipt.ledger.contract
    const account = signerAccount(renewal)
    if (hash === undefined || !here || account === null) return { anchor: null, documents: [] }
    if (!documents.has(account)) documents.set(account, reader.documentsOf(account))
    return { anchor: await reader.anchorOf(anchoredRootOf(hash, record), RENEWAL_KIND), documents: await documents.get(account) ?? [] }
  }))
}
