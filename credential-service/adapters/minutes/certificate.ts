// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import { readMultikey } from '#domain/credential/data-integrity/index.ts'
import type { MinutesSigner } from '#service/use-cases/deliberation/ports.ts'
import { bits, integer, octets, oid, printable, sequence, setOf, tagged, taggedText, time, truth, utf8 } from './der.ts'

export type Certificate = { der: Buffer; /** Of its issuer, which is its subject, as it is written in it. */ name: Buffer; serial: Buffer }

/** ecdsa-with-SHA256 (RFC 5758, section 3.2): no parameters. */
export const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'))
/** No end is known (RFC 5280, section 4.1.2.5): when a key was in force, the ledger says. */
const NO_END = new Date('9999-12-31T23:59:59Z')
const [SUBJECT_KEY, KEY_USAGE, ALTERNATIVE_NAME, CONSTRAINTS] = ['2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.19'].map(oid) as [Buffer, Buffer, Buffer, Buffer]
const SIGNS_AND_COMMITS = bits(Buffer.from([0b1100_0000]), 6)

/**
 * An X.509 certificate (RFC 5280) over an academy's P-256 key, signed by that key: it names the academy and its DID. Nobody
 * vouches for it but the ledger, which holds the digest of the DID document that the key stands in. The same each time.
 */
export async function certificateOf(signer: MinutesSigner): Promise<Certificate> {
  const { name: academy, did, multikey, since, sign } = signer
  const key = readMultikey(multikey)
  if (key?.kind !== 'P-256') throw new TypeError('Not a P-256 Multikey')
  const point = Buffer.from(p256.Point.fromBytes(key.bytes).toBytes(false))
  const name = nameOf(academy)
  const serial = integer(sha256(did, multikey).subarray(0, 16))
  const key256 = sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7')), bits(point))
  const version3 = tagged(0, integer(Buffer.from([2])))
  const body = sequence(version3, serial, ECDSA_SHA256, name, sequence(time(since), time(NO_END)), name, key256, extensions(did, point))
  return { der: sequence(body, ECDSA_SHA256, bits(ecdsa(await sign(body)))), name, serial }
}

/** r and s, side by side as the agent gives them, as ASN.1 wants them (RFC 3279, section 2.2.3). */
export const ecdsa = (signature: Uint8Array) => sequence(integer(signature.subarray(0, 32)), integer(signature.subarray(32)))

function nameOf(academy: string): Buffer {
  const part = (type: string, value: Buffer) => setOf(sequence(oid(type), value))
  return sequence(part('2.5.4.6', printable('FR')), part('2.5.4.10', utf8(academy)), part('2.5.4.3', utf8(academy)))
}

function extensions(did: string, point: Buffer): Buffer {
  const keyName = createHash('sha1').update(point).digest()
  return tagged(3, sequence(
    sequence(CONSTRAINTS, truth(), octets(sequence())),
    sequence(KEY_USAGE, truth(), octets(SIGNS_AND_COMMITS)),
    // A URI (section 4.2.1.6): the DID, by which whoever verifies finds the key's history on the ledger.
    sequence(ALTERNATIVE_NAME, octets(sequence(taggedText(6, did)))),
    sequence(SUBJECT_KEY, octets(octets(keyName))),
  ))
}

const sha256 = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest()
