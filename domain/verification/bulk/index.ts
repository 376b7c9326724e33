// SPDX-License-Identifier: EUPL-1.2
import { bytesToHex } from '@noble/hashes/utils.js'
import { canonicalJson } from '../../canonical.ts'
import type { DiplomaForm } from '../../credential/diploma/issuing.ts'
import { hashData } from '../../credential/proof.ts'
import { isJsonObject } from '../../credential/json.ts'
import { toByteText } from '../../credential/template.ts'
import type { ByteText } from '../../credential/template.ts'
import type { Bundle } from '../bundle.ts'
import { gatherFacts, plainHands } from '../gather.ts'
import type { Ports } from '../gather.ts'
import { judge, judgeUnread } from '../judge.ts'
import { isSafe, readBundle } from '../read-bundle.ts'
import type { Verdict } from '../verdict.ts'
import { cutBundle, isReceiptText } from './cut.ts'
import { knownParts } from './parts.ts'
import type { KnownContexts } from './parts.ts'
import { quickHands, remembering } from './quick-hands.ts'
import type { Platform, Read } from './quick-hands.ts'

export type { Platform } from './quick-hands.ts'
export { rememberingLedger } from './remembering-ledger.ts'

/**
 * Verifies many files, each with the verdict that `verify` gives, check by check. What files share is read once; a
 * credential of a known form or shape needs no JSON-LD. Whatever does not fit, or does not stand at once, goes the
 * ordinary way.
 */
export function bulkVerifier(ports: Ports, platform: Platform) {
  const digestOfText = (text: string) => {
    const digest = new Uint8Array(32)
    platform.sha256(toByteText(text), digest, 0)
    return digest
  }
  const hexDigest = (text: string) => bytesToHex(digestOfText(text))
  const optionsHashes = new WeakMap<DiplomaForm, Uint8Array>()
  const optionsHashOf = (form: DiplomaForm) => {
    const known = optionsHashes.get(form) ?? digestOfText(form.options)
    optionsHashes.set(form, known)
    return known
  }
  const [sharedParts, known] = [knownParts(platform, hexDigest), remembering(platform)]
  const counts = { quick: 0, ordinary: 0 }

  async function quickly(file: Uint8Array): Promise<{ verdict: Verdict; bundle: Bundle } | null> {
    const text = platform.byteText(file)
    const cut = text === null ? null : cutBundle(text)
    const shared = cut && sharedParts.find(cut)
    if (!cut || !shared || !isReceiptText(cut.receipt)) return null
    const { contexts: { contexts }, ...parts } = shared
    if (cut.integrity !== `sha256:${bytesToHex(platform.sha256Of([file.subarray(0, cut.integrityAt), file.subarray(cut.issuerAt)]))}`) return null
    const read = readCredential(cut.credential, file.subarray(cut.credentialAt, cut.credentialEnd), shared.contexts)
    if (!read) return null
    const bundle = {
      type: 'CompagnonBundle', version: 1, credential: read.credential, receipt: JSON.parse(cut.receipt) as Bundle['receipt'], ...parts,
      contexts, integrity: cut.integrity,
    } as Bundle
    const facts = await gatherFacts(bundle, ports, quickHands(platform, known, read))
    // What is wrong with a signature, the ordinary way says.
    if (!facts.key.signature?.verified) return null
    if (!read.form) await shared.contexts.diplomas.learn(read.credential)
    return { verdict: judge(facts), bundle }
  }

  /** The credential of a text that is its canonical JSON; null when it is not, or cannot be safely read here. */
  function readCredential(text: ByteText, bytes: Uint8Array, { contexts, shapes, diplomas }: KnownContexts): Read | null {
    const credential = parse(platform.textOf(bytes))
    if (!isJsonObject(credential)) return null
    const digest = platform.sha256Of([bytes])
    const diploma = diplomas.read(credential, digest)
    if (diploma === null) {
      if (!isSafe(credential, text) || toByteText(canonicalJson(credential)) !== text) return null
      return { credential, digest, form: null, hash: (document, options) => hashData(document, options, contexts, shapes.digest) }
    }
    const { form, inQuads } = diploma
    return { credential, digest, form, hash: async () => {
      const data = new Uint8Array(64)
      data.set(optionsHashOf(form))
      platform.sha256Filled(form.quads, inQuads, data, 32)
      return data
    } }
  }

  async function ordinarily(file: Uint8Array): Promise<{ verdict: Verdict; bundle: Bundle | null }> {
    const reading = readBundle(file)
    if ('fault' in reading) return { verdict: judgeUnread(reading.fault), bundle: null }
    const { bundle } = reading
    const facts = await gatherFacts(bundle, ports, { ...plainHands, bitAt: known.bitAt })
    if (facts.integrity === 'intact' && facts.key.signature?.verified) await sharedParts.learn(bundle)?.diplomas.learn(bundle.credential)
    return { verdict: judge(facts), bundle }
  }

  return {
    /** The answer about one file. Never throws, whatever the file is. */
    async verify(file: Uint8Array): Promise<{ verdict: Verdict; bundle: Bundle | null }> {
      const quick = await quickly(file)
      counts[quick ? 'quick' : 'ordinary'] += 1
      return quick ?? ordinarily(file)
    },
    /** How many files went each way so far. */
    counts: () => ({ ...counts }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
