// SPDX-License-Identifier: EUPL-1.2
import { ANCHOR_AIM, ANCHOR_LIMIT } from './measure-gas.ts'
import type { GasFigures, GasLine } from './measure-gas.ts'
import { THREE_SIGNATURES_LIMIT } from './measure-jury.ts'

const digits = (value: bigint) => value.toLocaleString('en').replaceAll(',', ' ')
const table = (lines: GasLine[]) =>
  ['| what | gas |', '| --- | ---: |', ...lines.map(({ what, gas }) => `| ${what} | ${digits(gas)} |`)].join('\n')

/** What one batch of a session of `batches` costs, when one root over all of them is anchored. */
const share = (gas: bigint, batches: bigint): GasLine => ({ what: `ours, ${batches} batches under one root: each`, gas: gas / batches })

/** The figures as the checked-in page. */
export function gasPage({ own, jury, others }: GasFigures): string {
  const anchor = own.find(({ what }) => what === '**anchor a root**')?.gas ?? 0n
  const ours: GasLine[] = [{ what: 'ours: anchor a root', gas: anchor }, share(anchor, 2n), share(anchor, 16n)]
  return `# Gas

Written by \`npm run gas\`; a test fails when it is stale. Each figure is the whole transaction, from its receipt on a
simulated chain (solc 0.8.37, 200 runs, cancun code on an osaka network), with arguments that hold no zero byte, which is
the dearest case. Anchoring may cost at most ${digits(ANCHOR_LIMIT)}; the aim of ${digits(ANCHOR_AIM)} for a batch is met from the second batch
under one root on, and not by one alone: [why](../docs/decisions/0005-the-jury-signs-the-session-root.md).

${table(own)}

## A jury of three

Each signature is a WebAuthn assertion with its client data, as a browser gives it. With the P-256 precompile (EIP-7951)
a decision may cost at most ${digits(THREE_SIGNATURES_LIMIT)}; where the network has none, the contract computes the curve itself.

${table(jury)}

## Beside others

The same chain, the same run. A root stands for a whole batch; a token for one credential.

${table([...ours, ...others])}
`
}
