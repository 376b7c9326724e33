// SPDX-License-Identifier: EUPL-1.2
import { hkdfSync } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { KeyKind, Signer } from '#domain/credential/data-integrity/index.ts'

// FIPS 186-5 appendix A.2.1 asks for 64 bits more than the order, so that no key is likelier than another.
const SEED: Readonly<Record<KeyKind, number>> = { 'Ed25519': 32, 'P-256': 48, 'P-384': 72 }

/**
 * The keys of the sandbox issuer, drawn from the service's secret (HKDF-SHA-256): the same after a restart, stored
 * nowhere, and of no use to any real issuer, whose keys are drawn by chance.
 */
export function sandboxKeys(secret: Uint8Array): Readonly<Record<KeyKind, Signer>> {
  const seed = (kind: KeyKind) => new Uint8Array(hkdfSync('sha256', secret, 'compagnon', `vc-api ${kind}`, SEED[kind]))
  const ed = seed('Ed25519')
  const [short, long] = [p256.utils.randomSecretKey(seed('P-256')), p384.utils.randomSecretKey(seed('P-384'))]
  return {
    'Ed25519': signer('Ed25519', ed25519.getPublicKey(ed), (data) => ed25519.sign(data, ed)),
    'P-256': signer('P-256', p256.getPublicKey(short, true), (data) => p256.sign(data, short, { lowS: false })),
    'P-384': signer('P-384', p384.getPublicKey(long, true), (data) => p384.sign(data, long, { lowS: false })),
  }
}

function signer(kind: KeyKind, bytes: Uint8Array, sign: Signer['sign']): Signer {
  const multikey = writeMultikey({ kind, bytes })
  const did = `did:key:${multikey}`
  return { kind, did, verificationMethod: `${did}#${multikey}`, sign }
}
