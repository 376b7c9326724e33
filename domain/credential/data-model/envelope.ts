// SPDX-License-Identifier: EUPL-1.2
import { CREDENTIALS_V2 } from '../contexts.ts'
import { asList, isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { under } from './values.ts'

type Envelope = 'EnvelopedVerifiableCredential' | 'EnvelopedVerifiablePresentation'

/** Whether a document says it is an envelope of that kind, well made or not. */
export const isEnvelope = (value: unknown, kind: Envelope): boolean => isJsonObject(value) && asList(value.type).includes(kind)

/** An envelope has the context of the model, its one type, and a `data:` id (VC Data Model 2.0 §4.13.1, §4.13.2; RFC 2397). */
export function envelopeFaults(document: JsonObject, kind: Envelope, at = ''): Fault[] {
  const { '@context': context, type, id } = document
  return [
    ...unless(asList(context)[0] === CREDENTIALS_V2, 'envelope', under(at, '@context')),
    ...unless(asList(type).length === 1 && asList(type)[0] === kind, 'envelope', under(at, 'type')),
    ...unless(typeof id === 'string' && /^data:[\w.+-]+\/[\w.+-]+(;[^,]*)?,.+$/.test(id), 'envelope', under(at, 'id')),
  ]
}
