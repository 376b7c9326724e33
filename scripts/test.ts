// SPDX-License-Identifier: EUPL-1.2
// Everything that has to hold, in the order that fails fastest. Each step runs even when an earlier one failed, so that
// one run tells all; the last line counts, and the exit code is non-zero when anything failed.
import { spawnSync } from 'node:child_process'
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

const steps: Step[] = [
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'contracts', command: ['hardhat', 'test', 'solidity'], count: hardhatCount },
  vitest('rooms'),
  { name: 'build of the app', command: ['vite', 'build', '--logLevel', 'warn'] },
  vitest('browser'),
  vitest('measured'),
]

function run(step: Step): Count {
  const begun = Date.now()
  console.log(`\n── ${step.name}`)
  const [command, ...args] = step.command as [string, ...string[]]
  const captured = step.count === hardhatCount
  const done = spawnSync(command, args, { stdio: captured ? ['ignore', 'pipe', 'inherit'] : ['ignore', 'inherit', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 26 })
  const output = done.stdout ?? ''
  if (captured) console.log(output.split('\n').slice(-40).join('\n'))
  const ok = done.status === 0
  const counted = step.count?.(output) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  console.log(`── ${step.name}: ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
  return ok ? counted : { ...counted, failed: Math.max(1, counted.failed) }
}

const only = process.argv.slice(2)
const counts = steps.filter(step => only.length === 0 || only.some(word => step.name.includes(word))).map(run)
rmSync(reports, { recursive: true, force: true })
const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed }), { passed: 0, failed: 0 })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
