// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)]
const compressible = /\.(js|css|html|json|svg|bin|webmanifest)$/
/** Below this nothing is won. */
const WORTH = 700

/** Beside each file of the built app, the same compressed once and for all: the service hands these out as they are. */
export function precompressed(): Plugin {
  return {
    name: 'compagnon:precompressed',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }) {
      const files = (await readdir(dir, { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile() && compressible.test(one.name)).map((one) => join(one.parentPath, one.name))
      for (const file of files) {
        const plain = await readFile(file)
        if (plain.length < WORTH) continue
        const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
        const [brotli, gzipped] = await Promise.all([toBrotli(plain, { params }), toGzip(plain, { level: 9 })])
        await writeFile(`${file}.br`, brotli)
        await writeFile(`${file}.gz`, gzipped)
      }
    },
  }
}
