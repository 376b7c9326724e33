// SPDX-License-Identifier: EUPL-1.2
import { asList } from '../json.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { under } from './values.ts'

/** Whether a value is one or more type names. What they map to is for JSON-LD to say. */
export const areTypes = (value: unknown): boolean =>
  asList(value).length > 0 && asList(value).every((type) => typeof type === 'string' && type.trim() !== '')

/** `type` names what the document is, among others (VC Data Model 2.0 §4.5). */
export function typeFaults(value: unknown, required: string, at = ''): Fault[] {
  if (!areTypes(value)) return [fault('type-value', under(at, 'type'))]
  return unless(asList(value).includes(required), 'type-required', under(at, 'type'))
}
