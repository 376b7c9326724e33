// SPDX-License-Identifier: EUPL-1.2
import { ed25519 } from '@noble/curves/ed25519.js'
import { keyAddress, toMultikey } from '#domain/credential/index.ts'
import type { AchievementRecord, Sign } from '#domain/credential/index.ts'

export const did = 'did:web:localhost%3A3000:schools:lycee-des-metiers'

/** An issuer's key made from a number, so that every run of a test signs with the same one. */
export function keyOf(seed: number) {
  const secretKey = new Uint8Array(32).fill(seed)
  const publicKey = ed25519.getPublicKey(secretKey)
  const multikey = toMultikey(publicKey)
  const sign: Sign = async data => ed25519.sign(data, secretKey)
  return { secretKey, publicKey, multikey, sign, verificationMethod: keyAddress(did, multikey) }
}

/** A validated attempt at the electrical lock-out. */
export const recordOf = (changes: Partial<AchievementRecord> = {}): AchievementRecord => ({
  id: 'urn:uuid:0b6f1d1e-6a0e-4b55-9d0c-0c6d7f2a9e11',
  validFrom: '2026-11-23T18:00:00Z',
  language: 'fr',
  issuer: { did, name: 'Lycée des métiers Jean-Perrin' },
  holder: { displayName: 'Élève Démonstration' },
  scenario: {
    id: 'consignation-armoire',
    address: 'http://localhost:3000/api/scenarios/consignation-armoire',
    digest: `sha256:${'a'.repeat(64)}`,
    title: { fr: 'Consignation d’une armoire électrique', en: 'Locking out an electrical cabinet' },
    summary: { fr: 'Mettre hors tension et le prouver.', en: 'Make it dead, and prove it.' },
  },
  framework: { id: 'melec', address: 'http://localhost:3000/frameworks/melec', title: { fr: 'Bac Pro MELEC', en: 'MELEC vocational diploma' } },
  competences: [
    { code: 'C1', label: { fr: 'Analyser les conditions de l’opération', en: 'Analyse the conditions' }, result: 'acquired' },
    { code: 'C2', label: { fr: 'Organiser l’opération', en: 'Organise the operation' }, result: 'acquired' },
    { code: 'C5', label: { fr: 'Contrôler les grandeurs', en: 'Check the quantities' }, result: 'not-observed' },
  ],
  evidence: { digest: `sha256:${'b'.repeat(64)}`, assurance: 'supervised', mode: 'assessed' },
  status: { list: 'http://localhost:3000/status/1', index: 4711 },
  ...changes,
})
