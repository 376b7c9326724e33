// SPDX-License-Identifier: EUPL-1.2
import type { KeyKind } from './keys.ts'

/** How a suite turns a document into bytes: RDF canonicalisation, JSON canonicalisation, or quad by quad. */
export type Form = 'rdfc' | 'jcs' | 'selective'

/** The cryptosuites read here (W3C Data Integrity EdDSA and ECDSA Cryptosuites 1.0), and the keys each takes. */
export const suites = {
  'eddsa-rdfc-2022': { form: 'rdfc', keys: ['Ed25519'] },
  'eddsa-jcs-2022': { form: 'jcs', keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { form: 'rdfc', keys: ['P-256', 'P-384'] },
  'ecdsa-jcs-2019': { form: 'jcs', keys: ['P-256', 'P-384'] },
  'ecdsa-sd-2023': { form: 'selective', keys: ['P-256'] },
} as const satisfies Record<string, { form: Form; keys: readonly KeyKind[] }>

export type SuiteName = keyof typeof suites

export const isSuite = (name: string): name is SuiteName => Object.hasOwn(suites, name)
