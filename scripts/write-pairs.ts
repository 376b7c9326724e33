// SPDX-License-Identifier: EUPL-1.2
// npm run write-pairs [-- --check]: assembles the WebAssembly that hashes pairs and leaves of trees, and that lays out
// templates, from its text.
import { readFile, writeFile } from 'node:fs/promises'
import openWabt from 'wabt'
import { composePairs } from '#service/adapters/hashing/compose-pairs.ts'
import { composeSheet } from '#service/adapters/hashing/compose-sheet.ts'

const wabt = await openWabt()

async function assemble(name: string, text: string): Promise<void> {
  const file = new URL(`../credential-service/adapters/hashing/${name}.wasm`, import.meta.url)
  const module = wabt.parseWat(`${name}.wat`, text, { simd: true })
  module.validate()
  const fresh = Buffer.from(module.toBinary({}).buffer)
  module.destroy()
  if (!process.argv.includes('--check')) await writeFile(file, fresh)
  else if (!(await readFile(file)).equals(fresh)) {
    process.stderr.write(`${name}.wasm is stale: run \`npm run write-pairs\` and commit the result.\n`)
    process.exitCode = 1
  }
}

await assemble('pairs', composePairs())
await assemble('sheet', composeSheet())
