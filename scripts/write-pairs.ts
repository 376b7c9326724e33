// SPDX-License-Identifier: EUPL-1.2
// npm run write-pairs [-- --check]: assembles the WebAssembly that hashes the pairs of a tree's level, from its text.
import { readFile, writeFile } from 'node:fs/promises'
import openWabt from 'wabt'
import { composePairs } from '#service/adapters/hashing/compose-pairs.ts'

const file = new URL('../credential-service/adapters/hashing/pairs.wasm', import.meta.url)
const wabt = await openWabt()
const module = wabt.parseWat('pairs.wat', composePairs(), { simd: true })
module.validate()
const fresh = Buffer.from(module.toBinary({}).buffer)
module.destroy()
if (!process.argv.includes('--check')) await writeFile(file, fresh)
else if (!(await readFile(file)).equals(fresh)) {
  process.stderr.write('pairs.wasm is stale: run `npm run write-pairs` and commit the result.\n')
  process.exitCode = 1
}
