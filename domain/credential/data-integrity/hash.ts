// SPDX-License-Identifier: EUPL-1.2
import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../../canonical.ts'
import type { JsonObject } from '../json.ts'
import type { Canonicalise } from '../quads.ts'
import type { KeyKind } from './keys.ts'

/**
 * The bytes that a proof signs: the hash of its options, then that of the document (Data Integrity EdDSA §3.2–3.3, ECDSA
 * §3.2–3.3). P-384 goes with SHA-384, within RDF canonicalisation too.
 * @throws what `canonicalise` throws
 */
export async function bytesToSign(
  unsecured: JsonObject, options: JsonObject, { form, kind, canonicalise }: { form: 'rdfc' | 'jcs'; kind: KeyKind; canonicalise: Canonicalise },
): Promise<Uint8Array> {
  const hash = kind === 'P-384' ? 'sha384' : 'sha256'
  const canonical = form === 'jcs'
    ? async (value: JsonObject) => canonicalJson(value)
    : (value: JsonObject) => canonicalise(value, { hash, direction: 'i18n-datatype' })
  const digest = async (value: JsonObject) => (hash === 'sha384' ? sha384 : sha256)(utf8ToBytes(await canonical(value)))
  // Read as RDF, the options have the context of the document; as JSON they carry their own.
  const configuration = form === 'jcs' ? options : { ...options, '@context': unsecured['@context'] }
  return concatBytes(await digest(configuration), await digest(unsecured))
}
