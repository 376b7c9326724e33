// SPDX-License-Identifier: EUPL-1.2
import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { passkeyNamed } from '#contracts/scripts/passkey.ts'
import { challengeOf, deliberationNameOf, FIRST_ROUND, memberOf, REFUSAL } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { writeMultikey } from '#domain/credential/data-integrity/index.ts'
import type { Minutes, MinutesSigner } from '#service/use-cases/deliberation/index.ts'

const hex = (digit: string): Bytes32 => `0x${digit.repeat(64)}`
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
export const place = { chainId: 31_337, contract: '0x5fbdb2315678afecb367f032d93f642f64180aa3' }
export const at = new Date('2026-07-03T10:31:07Z')

/** Three were named; the third was absent, and gave the place to a fourth; the first and the fourth signed. */
const JURY = ['Maëlle Kerbrat', 'Çağla Öztürk', 'Thierry N’Guyễn', 'Zoé d’Été-L’Hôpital']

/** The minutes of a jury whose members have passkeys; each signature is real. */
export function minutesOf(changes: { names?: string[]; outcome?: Minutes['outcome']; more?: number } = {}): Minutes {
  const { outcome = 'decided', more = 0 } = changes
  const names = [...changes.names ?? JURY, ...Array.from({ length: more }, (_, n) => `Membre ${n + 1}`)]
  const passkeys = names.map(passkeyNamed)
  const [results, session, root, issuer] = [hex('a'), hex('b'), outcome === 'decided' ? hex('c') : null, `0x${'a1'.repeat(20)}`]
  const named = passkeys.map(({ point }) => memberOf(point))
  const content = { issuer, session, results, members: named.filter((_, n) => n !== 3), quorum: 2, previous: FIRST_ROUND }
  const deliberation = deliberationNameOf(place, content)
  const challenge = challengeOf(place, { deliberation, results, root: root ?? REFUSAL })
  const signed = [0, 3]
  return {
    format: 'compagnon-minutes-2', salt: hex('d'), session: '2026-07', academy: 'Versailles', round: 1, outcome, quorum: 2,
    results: { digest: `sha256:${'e'.repeat(64)}`, salted: results, counts: { admitted: 36_900, refused: 4_303, mentions: { none: 15_001, 'assez-bien': 12_400, bien: 7_300, 'tres-bien': 2_199 } } },
    previous: null, root,
    ledger: {
      ...place, issuer, deliberation, session,
      closing: { transaction: hex('f'), block: { number: 1_204, hash: hex('9'), timestamp: 1_783_074_660 } },
    },
    openedAt: '2026-07-03T08:00:00.123Z', closedAt: '2026-07-03T10:31:02.456Z',
    members: names.map((name, n) => ({
      name, member: named[n]!, key: passkeys[n]!.point, vote: signed.includes(n) ? outcome : null,
      signedAt: signed.includes(n) ? `2026-07-03T10:2${n}:44.000Z` : null, replacedBy: n === 2 ? names[3]! : null, substitute: n === 2 ? named[3]! : null,
    })),
    signatures: signed.map((n) => {
      const { authenticatorData, clientDataJSON, signature } = passkeys[n]!.answer(challenge)
      return { member: named[n]!, root: root ?? REFUSAL, authenticatorData: base64(authenticatorData), clientData: base64(clientDataJSON), signature: base64(signature) }
    }),
  }
}

/** An academy's key, the same each time. */
export function academySigner(seed = 7): MinutesSigner {
  const secret = new Uint8Array(32).fill(seed)
  return {
    name: 'Académie de Versailles', did: 'did:web:diplomes.example:academies:versailles', since: new Date('2026-06-01T00:00:00Z'),
    multikey: writeMultikey({ kind: 'P-256', bytes: p256.getPublicKey(secret, true) }),
    sign: async (data) => p256.sign(sha256(data), secret, { prehash: false, format: 'compact' }),
  }
}
