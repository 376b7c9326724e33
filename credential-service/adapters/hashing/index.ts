// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto'
import { createBLAKE2b } from 'hash-wasm'
import { RENEWAL_HASH } from '#domain/anchoring/index.ts'
import type { Hash } from '#domain/anchoring/index.ts'
import type { HashLevel } from '#domain/anchoring/tree.ts'
import type { FastHashes } from '#domain/credential/diploma/issuing.ts'
import { fillTemplate } from '#domain/credential/template.ts'
import { openPairs } from './pairs.ts'
import { openSheets } from './sheets.ts'

/** SHA-256 by node:crypto; keccak256, and what is hashed laid out, by WebAssembly of our own (docs/performance.md). */
export async function fastHashes(): Promise<FastHashes & { hashLevel: HashLevel }> {
  const [{ hashLevel, hashLeaves }, fill] = await Promise.all([openPairs(), openSheets()])
  const sha256 = (data: Uint8Array, into: Uint8Array, at: number) => {
    // As a text: bytes would come in a piece of memory of their own, which costs more than copying 32 letters.
    const digest = hash('sha256', data, 'binary')
    for (let i = 0; i < 32; i++) into[at + i] = digest.charCodeAt(i)
  }
  return {
    sha256: (text, into, at) => sha256(Buffer.from(text, 'latin1'), into, at),
    sha256Filled: (template, texts, into, at) => sha256(fill(template, texts) ?? Buffer.from(fillTemplate(template, texts), 'latin1'), into, at),
    leaves: hashLeaves,
    hashLevel,
  }
}

/** The hash that renewals are made with now, by WebAssembly. */
export async function renewalHash(): Promise<{ name: string; of: Hash }> {
  const blake2b = await createBLAKE2b(256)
  return { name: RENEWAL_HASH, of: bytes => blake2b.init().update(bytes).digest('binary') }
}
