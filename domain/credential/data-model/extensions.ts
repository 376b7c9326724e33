// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import type { Version } from './contexts.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { idFaults } from './people.ts'
import { areTypes } from './types.ts'
import { each, under } from './values.ts'

/** Each reserved property, and the versions in which its objects must have an id beside their type. */
const EXTENSIONS: Readonly<Record<string, readonly Version[]>> = {
  credentialStatus: ['1.1'],
  credentialSchema: ['1.1', '2.0'],
  refreshService: ['1.1'],
  termsOfUse: [],
  evidence: [],
  renderMethod: [],
  confidenceMethod: [],
}

/** Each value of a reserved property states its type, and its id where that is asked (VC Data Model 2.0 §4.10, §4.11, §5.4–5.6). */
export function extensionFaults(document: JsonObject, version: Version): Fault[] {
  return Object.entries(EXTENSIONS).flatMap(([name, withId]) =>
    each(document[name], under('', name)).flatMap(({ value, at }) => {
      if (!isJsonObject(value)) return [fault('extension-object', at)]
      return [
        ...unless(areTypes(value.type), 'extension-type', under(at, 'type')),
        ...unless(Object.hasOwn(value, 'id') || !withId.includes(version), 'extension-id', under(at, 'id')),
        ...idFaults(value, at),
      ]
    }))
}
