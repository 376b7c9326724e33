// SPDX-License-Identifier: EUPL-1.2
import { sha256, sha384 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../../canonical.ts'
import type { Contexts } from '../contexts.ts'
import type { JsonObject } from '../json.ts'
import { canonicalQuads } from '../quads.ts'
import type { KeyKind } from './keys.ts'

/**
 * The bytes that a proof signs: the hash of its options, then that of the document (Data Integrity EdDSA §3.2–3.3, ECDSA
 * §3.2–3.3). P-384 goes with SHA-384, within RDF canonicalisation too.
 * @throws when a term or a context is unknown
 */
export async function bytesToSign(
  unsecured: JsonObject, options: JsonObject, { form, kind, contexts }: { form: 'rdfc' | 'jcs'; kind: KeyKind; contexts: Contexts },
): Promise<Uint8Array> {
  const hash = kind === 'P-384' ? 'sha384' : 'sha256'
  const canonical = form === 'jcs'
    ? async (value: JsonObject) => canonicalJson(value)
    : (value: JsonObject) => canonicalQuads(value, contexts, { hash, direction: 'i18n-datatype' })
  const digest = async (value: JsonObject) => (hash === 'sha384' ? sha384 : sha256)(utf8ToBytes(await canonical(value)))
  // Read as RDF, the options have the context of the document; as JSON they carry their own.
  const configuration = form === 'jcs' ? options : { ...options, '@context': unsecured['@context'] }
  return concatBytes(await digest(configuration), await digest(unsecured))
}
