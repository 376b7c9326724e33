// SPDX-License-Identifier: EUPL-1.2
/** A JSON object whose members are not known yet. */
export type JsonObject = { [key: string]: unknown }

/** Whether a value is a JSON object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list: a missing one is empty, a single one is alone in it (JSON-LD lets sets be written so). */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
