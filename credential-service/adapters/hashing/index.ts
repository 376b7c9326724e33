// SPDX-License-Identifier: EUPL-1.2
import { hash } from 'node:crypto'
import { createKeccak } from 'hash-wasm'
import type { HashLevel } from '#domain/anchoring/tree.ts'
import type { FastHashes } from '#domain/credential/diploma/issuing.ts'
import { openLevels } from './levels.ts'

/** A signed diploma is some two thousand bytes; one with very long fields makes the row of bytes grow. */
const USUAL = 64 * 1024

/** SHA-256 by node:crypto and keccak256 by WebAssembly: many times what JavaScript does here (docs/performance.md). */
export async function fastHashes(): Promise<FastHashes & { hashLevel: HashLevel }> {
  const [keccak, hashLevel] = await Promise.all([createKeccak(256), openLevels()])
  let row = Buffer.allocUnsafe(USUAL)
  const sha256: FastHashes['sha256'] = (bytes, into, at) => {
    if (bytes.length > row.length) row = Buffer.allocUnsafe(2 * bytes.length)
    // As a text: bytes would come in a piece of memory of their own, which costs more than copying 32 letters.
    const digest = hash('sha256', row.subarray(0, row.write(bytes, 'latin1')), 'binary')
    for (let i = 0; i < 32; i++) into[at + i] = digest.charCodeAt(i)
  }
  return {
    sha256,
    keccak: (data) => keccak.init().update(data).digest('binary'),
    hashLevel,
  }
}
