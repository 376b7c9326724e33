// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { ANCHOR_LIMIT, gasPage, measureGas } from '#contracts/scripts/measure-gas.ts'
import type { GasLine } from '#contracts/scripts/measure-gas.ts'

describe('What transactions cost', () => {
  let lines: GasLine[]
  beforeAll(async () => { lines = await measureGas() })

  it('anchors one root with one signer within the limit, also while a renewal waits and after it began', () => {
    const anchors = lines.filter(line => line.what.includes('anchor a root'))
    expect(anchors).toHaveLength(3)
    for (const { gas } of anchors) expect(gas).toBeLessThanOrEqual(ANCHOR_LIMIT)
  })

  it('is what contracts/gas.md says: if this fails, run `npm run gas` and commit the result', async () => {
    expect(await readFile(new URL('../../contracts/gas.md', import.meta.url), 'utf8')).toBe(gasPage(lines))
  })
})
