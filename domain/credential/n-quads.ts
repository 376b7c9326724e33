// SPDX-License-Identifier: EUPL-1.2
const SPECIAL = /[\u0000-\u001F\u007F"\\]/g
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\',
}

/** A text as a literal of canonical N-Quads holds it (RDF 1.2 N-Quads, canonical form). */
export const escapeText = (text: string): string => text.replace(SPECIAL, (character) =>
  SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
