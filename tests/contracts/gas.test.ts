// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { gasPage } from '#contracts/scripts/gas-page.ts'
import { ANCHOR_AIM, ANCHOR_LIMIT, measureGas } from '#contracts/scripts/measure-gas.ts'
import type { GasFigures, GasLine } from '#contracts/scripts/measure-gas.ts'
import { THREE_SIGNATURES_LIMIT } from '#contracts/scripts/measure-jury.ts'

const the = (lines: GasLine[], words: string) => {
  const [found, more] = lines.filter(({ what }) => what.includes(words))
  if (!found || more) throw new Error(`Not one figure says “${words}”`)
  return found.gas
}

describe('What transactions cost', () => {
  let figures: GasFigures
  beforeAll(async () => { figures = await measureGas() })

  it('anchors one root with one signer within the limit, also while a renewal waits and after it began', () => {
    const anchors = figures.own.filter(line => line.what.includes('anchor a root'))
    expect(anchors).toHaveLength(3)
    for (const { gas } of anchors) expect(gas).toBeLessThanOrEqual(ANCHOR_LIMIT)
  })

  it('anchors two batches under one root within the aim for each', () => {
    expect(the(figures.own, '**anchor a root**') / 2n).toBeLessThanOrEqual(ANCHOR_AIM)
  })

  it('checks three passkey signatures within the limit where the network knows P-256, for a decision and a refusal', () => {
    expect(the(figures.jury, '**decide, three passkey signatures**')).toBeLessThanOrEqual(THREE_SIGNATURES_LIMIT)
    expect(the(figures.jury, 'refuse, three passkey signatures')).toBeLessThanOrEqual(THREE_SIGNATURES_LIMIT)
  })

  it('costs less to anchor a whole batch than others ask for one attestation or one token', () => {
    const anchor = the(figures.own, '**anchor a root**')
    for (const other of ['EAS', 'ERC-721', 'ERC-5192']) expect(anchor).toBeLessThan(the(figures.others, other))
    expect(the(figures.others, 'OpenAttestation')).toBeGreaterThan(40_000n)
  })

  it('is what contracts/gas.md says: if this fails, run `npm run gas` and commit the result', async () => {
    expect(await readFile(new URL('../../contracts/gas.md', import.meta.url), 'utf8')).toBe(gasPage(figures))
  })
})
