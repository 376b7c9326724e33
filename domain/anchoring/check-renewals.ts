// SPDX-License-Identifier: EUPL-1.2
import { ed25519 } from '@noble/curves/ed25519.js'
import { assertionKeyOf } from '../credential/did-document.ts'
import { fromBase58 } from '../credential/multibase.ts'
import { fromMultikey } from '../credential/multikey.ts'
import { fromHex, toHex } from './bytes32.ts'
import { hashDocument, renewalHashes, renewalLeaf, renewalRoot, signedPartOf } from './renewal.ts'
import type { Hash, Renewal } from './renewal.ts'

export type RenewalFault =
  /** This verifier does not know the hash. */
  | 'renewal-hash-unknown'
  /** The documents of the file are not those that were renewed. */
  | 'renewal-differs'
  /** The record is not signed by the key it names. */
  | 'renewal-unsigned'

/** The documents of a holder's file that renewals cover. */
export type RenewedFile = {
  credential: unknown
  receipt: { salt: string }
  deliberation?: unknown
  issuer: { did: string }
  contexts: unknown
  /** As they were at the last renewal. */
  status: unknown
  renewals: readonly Renewal[]
}

/** What is wrong with each renewal of a file, or null; needs no ledger. */
export function checkRenewals(file: RenewedFile, hashes = renewalHashes): (RenewalFault | null)[] {
  return file.renewals.map((renewal, i) => {
    const { record: { hash: name } } = renewal
    const hash = Object.hasOwn(hashes, name) ? hashes[name] : undefined
    if (hash === undefined) return 'renewal-hash-unknown'
    if (!covers(file, i, hash)) return 'renewal-differs'
    return isSigned(renewal) ? null : 'renewal-unsigned'
  })
}

function covers({ renewals, ...file }: RenewedFile, i: number, hash: Hash): boolean {
  const [renewal, previous] = [renewals[i], renewals[i - 1]]
  if (renewal === undefined || renewal.record.issuer !== file.issuer.did) return false
  const isLast = i === renewals.length - 1
  const status = isLast ? hashDocument(hash, file.status) : null
  if (status !== null && toHex(status) !== renewal.status) return false
  const leaf = renewalLeaf(hash, {
    salt: file.receipt.salt,
    credential: hashDocument(hash, file.credential),
    receipt: hashDocument(hash, file.receipt),
    deliberation: file.deliberation === undefined ? null : hashDocument(hash, file.deliberation),
    issuer: hashDocument(hash, file.issuer),
    contexts: hashDocument(hash, file.contexts),
    status: status ?? fromHex(renewal.status),
    previous: previous === undefined ? null : hashDocument(hash, previous),
  })
  return renewalRoot(hash, leaf, renewal.path) === renewal.record.root
}

function isSigned({ record, signer }: Renewal): boolean {
  const { verificationMethod } = record
  const multikey = signer.didDocument.id === signer.did ? assertionKeyOf(signer.didDocument, verificationMethod) : null
  const [key, signature] = [multikey === null ? null : fromMultikey(multikey), fromBase58(record.signature)]
  if (key === null || signature?.length !== 64) return false
  try {
    return ed25519.verify(signature, signedPartOf(record), key, { zip215: false })
  } catch {
    return false // not a point of the curve
  }
}
