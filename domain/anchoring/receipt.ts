// SPDX-License-Identifier: EUPL-1.2
/** The proof of anchoring. It travels beside the credential: inside, it would change the digest it proves. */
export type Receipt = {
  /** 0x + 64 hexadecimal digits. Random, kept only here and in the encrypted store. */
  salt: string
  /** bytes32: SHA-256 of the signed credential's canonical JSON. */
  credentialDigest: string
  /** keccak256(bytes.concat(keccak256(abi.encode(salt, credentialDigest)))), as @openzeppelin/merkle-tree. */
  leaf: string
  /** Sibling hashes from the leaf up; pairs are hashed in sorted order, so no position is needed. */
  path: string[]
  root: string
  ledger: {
    chainId: number
    /** The contract that is both CredentialAnchor and IssuerRegistry. */
    contract: string
    /** The issuer's account that anchored. */
    issuer: string
    kind: number
    transaction: string
    block: { number: number; hash: string; timestamp: number }
  }
}
