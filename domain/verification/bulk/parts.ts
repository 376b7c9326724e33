// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '../../canonical.ts'
import { canonicaliser } from '../../credential/canonicaliser.ts'
import type { Canonicaliser } from '../../credential/canonicaliser.ts'
import { isPinned } from '../../credential/contexts.ts'
import type { Contexts } from '../../credential/contexts.ts'
import { diplomaReader } from '../../credential/diploma/issuing.ts'
import type { FastHashes } from '../../credential/diploma/issuing.ts'
import { toByteText } from '../../credential/template.ts'
import type { ByteText } from '../../credential/template.ts'
import type { Bundle } from '../bundle.ts'

/** The contexts of a bundle, all pinned, and what reads credentials that use them. */
export type KnownContexts = { contexts: Contexts; shapes: Canonicaliser; diplomas: ReturnType<typeof diplomaReader> }
export type Parts = { contexts: KnownContexts } & Pick<Bundle, 'issuer' | 'status' | 'deliberation'>

/** Texts kept of each part: a file whose part is not known goes the ordinary way, and makes it known. */
const MOST = 512

/**
 * What many bundles share, word for word: their contexts, their issuer, its jury's decision, the status list at their issue. Each is read and
 * checked once, in a bundle that went the ordinary way, and known again by its text.
 */
export function knownParts(platform: FastHashes, hexDigest: (text: string) => string) {
  const [contexts, issuers, statuses] = [new Map<ByteText, KnownContexts>(), new Map<ByteText, Bundle['issuer']>(), new Map<ByteText, Bundle['status']>()]
  const deliberations = new Map<ByteText, NonNullable<Bundle['deliberation']>>()
  return {
    find(cut: { contexts: ByteText; issuer: ByteText; status: ByteText; deliberation: ByteText }): Parts | null {
      const [found, issuer, status, deliberation] = [contexts.get(cut.contexts), issuers.get(cut.issuer), statuses.get(cut.status), deliberations.get(cut.deliberation)]
      if (!found || !issuer || !status || (cut.deliberation !== '' && !deliberation)) return null
      return { contexts: found, issuer, status, ...(deliberation && { deliberation }) }
    },
    /** Of a bundle that was read the ordinary way and found intact. */
    learn(bundle: Bundle): KnownContexts | null {
      if (!Object.entries(bundle.contexts).every(([address, context]) => isPinned(address, context))) return null
      const { text, known } = contextsOf(bundle)
      keep(contexts, text, known)
      keep(issuers, textIn(bundle.issuer), bundle.issuer)
      keep(statuses, textIn(bundle.status), bundle.status)
      if (bundle.deliberation) keep(deliberations, textIn(bundle.deliberation), bundle.deliberation)
      return known
    },
  }

  function contextsOf(bundle: Bundle): { text: ByteText; known: KnownContexts } {
    const text = textIn(bundle.contexts)
    const known = contexts.get(text)
      ?? { contexts: bundle.contexts, shapes: canonicaliser(bundle.contexts, { digest: hexDigest }), diplomas: diplomaReader(bundle.contexts, platform) }
    return { text, known }
  }
}

const textIn = (value: unknown) => toByteText(canonicalJson(value))

function keep<T>(known: Map<ByteText, T>, text: ByteText, value: T): void {
  if (known.has(text)) return
  if (known.size >= MOST) known.clear()
  known.set(text, value)
}
