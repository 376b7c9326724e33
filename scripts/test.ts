// SPDX-License-Identifier: EUPL-1.2
// Everything that has to hold, in the order that fails fastest. Each step runs even when an earlier one failed, so that
// one run tells all; the last line counts, and the exit code is non-zero when anything failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Count = { passed: number; failed: number }
type Step = { name: string; command: string[]; count?: (output: string) => Count | undefined }

const reports = mkdtempSync(join(tmpdir(), 'compagnon-tests-'))

/** Counts of a vitest run, from its JSON report; undefined when it wrote none. */
function vitestCount(report: string): Count | undefined {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; success: boolean }
    const failed = read.numFailedTests + (read.success || read.numFailedTests > 0 ? 0 : Math.max(1, read.numFailedTestSuites))
    return { passed: read.numPassedTests, failed }
  } catch (cause) {
    console.error(`No report of the tests could be read: ${String(cause)}`)
    return undefined
  }
}

/** Hardhat closes a run of Solidity tests with lines such as "12 passing" and "1 failing". */
function hardhatCount(output: string): Count | undefined {
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? 0)
  const count = { passed: number('passing'), failed: number('failing') }
  return count.passed + count.failed > 0 ? count : undefined
}

const vitest = (project: string): Step => {
  const report = join(reports, `${project}.json`)
  return {
    name: `tests: ${project}`,
    command: ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    count: () => vitestCount(report),
  }
}

/** Steps of one row run side by side: they need one core each. The tests take the whole machine. */
const rows: Step[][] = [
  [
    { name: 'types', command: ['tsc', '-p', '.'] },
    { name: 'contracts', command: ['hardhat', 'test', 'solidity'], count: hardhatCount },
    { name: 'lint', command: ['eslint', '.'] },
  ],
  // Before the tests that start the service as it ships: they serve the app that was built.
  [{ name: 'build of the app', command: ['vite', 'build', '--logLevel', 'warn'] }],
  [vitest('rules')],
  [vitest('rooms')],
  [vitest('browser')],
  [vitest('measured')],
]

type Ended = { status: number | null; output: string }

/** Runs a command; what it says is shown as it comes, or kept until it ends: others may run beside it, and some is counted. */
function execute([command, ...args]: string[], live: boolean): Promise<Ended> {
  const child = spawn(command!, args, { stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part))
  return new Promise((resolve) => {
    // One that cannot even be started has failed like any other: the rest still runs, and is counted.
    child.once('error', (cause) => {
      console.error(String(cause))
      resolve({ status: null, output: String(cause) })
    })
    child.once('close', (status) => resolve({ status, output: Buffer.concat(said).toString('utf8') }))
  })
}

const SHOWN = 40

async function run(step: Step, alone: boolean): Promise<Count> {
  const begun = Date.now()
  const live = alone && step.count !== hardhatCount
  if (live) console.log(`\n── ${step.name}`)
  const { status, output } = await execute(step.command, live)
  const ok = status === 0
  if (!live) console.log(`\n── ${step.name}\n${ok ? output.split('\n').slice(-SHOWN).join('\n') : output}`)
  const counted = step.count?.(output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  console.log(`── ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
  return ok ? counted : { ...counted, failed: Math.max(1, counted.failed) }
}

const only = process.argv.slice(2)
const counts: Count[] = []
for (const row of rows) {
  const asked = row.filter(step => only.length === 0 || only.some(word => step.name.includes(word)))
  counts.push(...await Promise.all(asked.map(step => run(step, asked.length === 1))))
}
rmSync(reports, { recursive: true, force: true })
const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }), { passed: 0, failed: 0 })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
