// SPDX-License-Identifier: EUPL-1.2
import type { Contexts } from '../contexts.ts'
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { quadsOf } from '../quads.ts'
import type { RdfQuad } from '../rdf.ts'
import { fault } from './fault.ts'
import type { Fault } from './fault.ts'
import { isUrl } from './values.ts'

/**
 * What JSON-LD refuses: a term that no context defines, one defined again, a name that maps to no address (VC Data Model
 * 2.0 §4.5, §5.2.1). Read without the proof, which is read when it is checked.
 */
export async function meaningFaults(document: JsonObject, contexts: Contexts): Promise<Fault[]> {
  const { proof: _, ...unsecured } = document
  try {
    const quads = await quadsOf(unsecured, contexts, { direction: 'i18n-datatype' })
    return quads.every(hasAddresses) ? [] : [fault('json-ld', '')]
  } catch {
    return [fault('json-ld', '')] // jsonld says why in words that quote the document
  }
}

// jsonld takes for absolute whatever has a colon; RDF 1.1 wants IRIs.
const hasAddresses = (quad: RdfQuad): boolean =>
  Object.values(quad).filter(isJsonObject).every((term) => term.termType !== 'NamedNode' || isUrl(term.value))
