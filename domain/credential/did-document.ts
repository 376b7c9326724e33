// SPDX-License-Identifier: EUPL-1.2
import { readMultikey } from './data-integrity/keys.ts'
import { asList, isJsonObject } from './json.ts'
import type { JsonObject } from './json.ts'

/** The address of a signing key inside its issuer's DID document: the key names itself, so a new key is a new address. */
export function keyAddress(did: string, publicKeyMultibase: string): string {
  return `${did}#${publicKeyMultibase}`
}

/**
 * The issuer's DID document: its keys in force, and the ledger account that anchors for it (DID Core 1.0; W3C
 * Multikey; EcdsaSecp256k1RecoveryMethod2020 with a CAIP-10 account).
 */
export function toDidDocument(issuer: {
  did: string
  /** Ed25519 Multikeys, the one in use first; and the P-256 Multikey of the other forms, where there is one. */
  publicKeys: string[]
  chainId: number
  /** 0x + 40 hexadecimal digits. */
  account: string
}): JsonObject {
  const { did, publicKeys, chainId, account } = issuer
  const keys = publicKeys.map(publicKeyMultibase =>
    ({ id: keyAddress(did, publicKeyMultibase), type: 'Multikey', controller: did, publicKeyMultibase }))
  const ledger = {
    id: `${did}#ledger`,
    type: 'EcdsaSecp256k1RecoveryMethod2020',
    controller: did,
    blockchainAccountId: `eip155:${chainId}:${account}`,
  }
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/suites/secp256k1recovery-2020/v2',
    ],
    id: did,
    verificationMethod: [...keys, ledger],
    assertionMethod: keys.map(({ id }) => id),
  }
}

/** The Multikey at an address, when the document allows it to sign credentials; else null. */
export function assertionKeyOf(didDocument: JsonObject, address: string): string | null {
  if (!asList(didDocument.assertionMethod).includes(address)) return null
  const method = methodsOf(didDocument).find(({ id }) => id === address)
  if (method?.type !== 'Multikey' || method.controller !== didDocument.id) return null
  return typeof method.publicKeyMultibase === 'string' ? method.publicKeyMultibase : null
}

/** The Multikeys that the document allows to sign credentials, in its order. */
export function multikeysOf(didDocument: JsonObject): string[] {
  return asList(didDocument.assertionMethod).flatMap(address => assertionKeyOf(didDocument, String(address)) ?? [])
}

/** The P-256 key that signs the other forms of a credential, and its address; null when the document has none. */
export function formsKeyOf(didDocument: JsonObject): { address: string; multikey: string } | null {
  for (const address of asList(didDocument.assertionMethod).map(String)) {
    const multikey = assertionKeyOf(didDocument, address)
    if (multikey !== null && readMultikey(multikey)?.kind === 'P-256') return { address, multikey }
  }
  return null
}

/** Whether the document names this ledger account as its own. */
export function ownsAccount(didDocument: JsonObject, chainId: number, account: string): boolean {
  const wanted = `eip155:${chainId}:${account}`.toLowerCase()
  return methodsOf(didDocument).some(({ blockchainAccountId, controller }) =>
    typeof blockchainAccountId === 'string' && blockchainAccountId.toLowerCase() === wanted && controller === didDocument.id)
}

/** The accounts of this chain that the document names as its own, in lower case. */
export function accountsOf(didDocument: JsonObject, chainId: number): string[] {
  const prefix = `eip155:${chainId}:`
  return methodsOf(didDocument).flatMap(({ blockchainAccountId, controller }) => {
    const named = typeof blockchainAccountId === 'string' && controller === didDocument.id ? blockchainAccountId.toLowerCase() : ''
    return named.startsWith(prefix) && /^0x[0-9a-f]{40}$/.test(named.slice(prefix.length)) ? [named.slice(prefix.length)] : []
  })
}

const methodsOf = (didDocument: JsonObject) => asList(didDocument.verificationMethod).filter(isJsonObject)
