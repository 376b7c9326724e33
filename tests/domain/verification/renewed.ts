// SPDX-License-Identifier: EUPL-1.2
// Renewals over files made up for tests, as the service makes them.
import { anchoredRootOf, hashDocument, RENEWAL_HASH, renewalHashes, renewalLeaf, renewalLevel, signedPartOf, toHex } from '#domain/anchoring/index.ts'
import type { Bytes32, Hash, Renewal } from '#domain/anchoring/index.ts'
import { pathIn, rootOfTree, toFlatTree } from '#domain/anchoring/tree.ts'
import { RENEWAL_KIND, toDidDocument } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { toBase58 } from '#domain/credential/multibase.ts'
import { did, keyOf } from '#tests/domain/credential/records.ts'
import { chainId, contract, school } from './world.ts'

export const archive = '0x00000000000000000000000000000000000000a4'
export const bytes32 = (seed: number): Bytes32 => `0x${seed.toString(16).padStart(2, '0').repeat(32)}`

type File = { credential: unknown; receipt: { salt: string }; deliberation?: unknown; issuer: { did: string }; contexts: unknown; status: unknown; renewals: Renewal[] }
export type Renewed = { files: File[]; hash: { name: string; of: Hash } }
type How = { year: number; hash?: Renewed['hash']; status?: (i: number) => unknown; signedWith?: number; signer?: Renewal['signer']; account?: string }

const CURRENT = { name: RENEWAL_HASH, of: renewalHashes[RENEWAL_HASH]! }
const document = toDidDocument({ did, publicKeys: [keyOf(1).multikey], chainId, account: school })

/** The same files with one more renewal each. */
export async function renew({ files }: Pick<Renewed, 'files'>, { year, hash = CURRENT, status, signedWith = 1, signer = { did, didDocument: document }, account = archive }: How): Promise<Renewed & { root: Bytes32 }> {
  const lists = files.map((file, i) => (status ? status(i) : file.status))
  const found = files.map((file, i) => renewalLeaf(hash.of, {
    salt: file.receipt.salt, credential: hashDocument(hash.of, file.credential), receipt: hashDocument(hash.of, file.receipt),
    deliberation: file.deliberation === undefined ? null : hashDocument(hash.of, file.deliberation),
    issuer: hashDocument(hash.of, file.issuer), contexts: hashDocument(hash.of, file.contexts), status: hashDocument(hash.of, lists[i]),
    previous: file.renewals.length ? hashDocument(hash.of, file.renewals.at(-1)) : null,
  }))
  const leaves = new Uint8Array(32 * 2 ** Math.ceil(Math.log2(Math.max(2, found.length))))
  found.forEach((leaf, i) => leaves.set(leaf, 32 * i))
  const tree = toFlatTree(leaves, renewalLevel(hash.of))
  const unsigned = {
    type: 'CompagnonRenewal' as const, version: 1 as const, issuer: files[0]!.issuer.did, year, hash: hash.name,
    root: toHex(rootOfTree(tree)), verificationMethod: keyOf(1).verificationMethod,
  }
  const record = { ...unsigned, signature: toBase58(await keyOf(signedWith).sign(signedPartOf(unsigned))) }
  const block = { number: 100 + year, hash: bytes32(year % 200), timestamp: Date.UTC(year, 0, 2) / 1000 }
  const ledger = { chainId, contract, issuer: account, kind: RENEWAL_KIND, transaction: bytes32(51), block }
  return {
    hash,
    root: anchoredRootOf(hash.of, record),
    files: files.map((file, i) => ({
      ...file, status: lists[i],
      renewals: [...file.renewals, { record, signer, status: toHex(hashDocument(hash.of, lists[i])), path: pathIn(tree, i).map(toHex), ledger }],
    })),
  }
}

/** So many made-up files of one issuer, renewed in 2026. */
export async function renewedWorld({ credentials, credential = i => ({ name: `Credential ${i}` }), hash }: {
  credentials: number; credential?: (i: number) => JsonObject; hash?: Renewed['hash']
}): Promise<Renewed & { root: Bytes32 }> {
  const files = Array.from({ length: credentials }, (_, i) => ({
    credential: credential(i), receipt: { salt: bytes32(i + 1), root: bytes32(99) }, issuer: { did, accreditation: [{ by: school }] },
    contexts: { 'https://example.org': {} }, status: { list: 'empty' }, renewals: [],
  }))
  return renew({ files }, { year: 2026, ...(hash ? { hash } : {}) })
}
