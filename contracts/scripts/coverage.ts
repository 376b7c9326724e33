// SPDX-License-Identifier: EUPL-1.2
// Runs the Solidity tests over contracts that count their lines and branches; fails when one was never reached.
import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import hre from 'hardhat'
import { reportConditions } from './conditions.ts'
import type { Outcome } from './conditions.ts'

type FileCoverage = { file: string, lines: number, linesMissed: number[], branches: number, branchesMissed: Outcome[] }

const root = fileURLToPath(new URL('../..', import.meta.url))
// Inside the repository, so that node_modules is found from there.
const project = join(root, 'coverage', 'contracts')

// Few fuzz runs: a line that only chance reaches does not count as tested.
const CONFIG = `import everyday from '../../hardhat.config.ts'

export default { ...everyday, test: { solidity: { fuzz: { runs: 8 } } } }
`

async function syntaxTrees(): Promise<Record<string, { ast: unknown }>> {
  await hre.tasks.getTask('build').run({ quiet: true, defaultBuildProfile: 'default' })
  const id = await hre.artifacts.getBuildInfoId('CredentialAnchor')
  const path = await hre.artifacts.getBuildInfoOutputPath(id ?? '')
  return JSON.parse(await readFile(path ?? '', 'utf8')).output.sources
}

/** A second project beside the first: the same tests, the contracts rewritten. */
async function prepare(): Promise<Map<string, { source: string, outcomes: Outcome[] }>> {
  const trees = await syntaxTrees()
  const rewritten = new Map<string, { source: string, outcomes: Outcome[] }>()
  await rm(project, { recursive: true, force: true })
  await mkdir(join(project, 'contracts'), { recursive: true })
  for (const name of (await readdir(join(root, 'contracts'))).filter(entry => entry.endsWith('.sol'))) {
    const source = await readFile(join(root, 'contracts', name), 'utf8')
    const made = reportConditions(source, trees[`project/contracts/${name}`]?.ast)
    rewritten.set(`contracts/${name}`, { source, outcomes: made.outcomes })
    await writeFile(join(project, 'contracts', name), made.source)
  }
  await cp(join(root, 'contracts', 'tests'), join(project, 'contracts', 'tests'), { recursive: true })
  await writeFile(join(project, 'package.json'), '{ "name": "coverage", "private": true, "type": "module" }\n')
  await writeFile(join(project, 'hardhat.config.ts'), CONFIG)
  return rewritten
}

function runTests(): void {
  const hardhat = join(root, 'node_modules', 'hardhat', 'dist', 'src', 'cli.js')
  // Without the invariants, for the same reason.
  const command = [hardhat, '--coverage', 'test', 'solidity', '--grep-exclude', 'invariant_']
  const run = spawnSync(process.execPath, command, { cwd: project, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The tests failed:\n${run.stdout}${run.stderr}`)
}

/** The counts of each line of each file, from the report that Hardhat wrote. */
async function lineCounts(): Promise<Map<string, Map<number, number>>> {
  const report = await readFile(join(project, 'coverage', 'lcov.info'), 'utf8')
  const files = report.split('end_of_record').flatMap(part => {
    const file = /^SF:(.*)$/m.exec(part)?.[1]
    if (file === undefined) return []
    const counts = [...part.matchAll(/^DA:(\d+),(\d+)$/gm)].map(found => [Number(found[1]), Number(found[2])] as const)
    return [[file, new Map(counts)] as const]
  })
  return new Map(files)
}

function coverageOf(file: string, source: string, outcomes: Outcome[], counts: Map<number, number>): FileCoverage {
  const own = [...counts].filter(([line]) => line < source.split('\n').length)
  return {
    file,
    lines: own.length,
    linesMissed: own.filter(([, count]) => count === 0).map(([line]) => line),
    branches: outcomes.length,
    branchesMissed: outcomes.filter(({ counted }) => !counts.get(counted)),
  }
}

function print({ file, lines, linesMissed, branches, branchesMissed }: FileCoverage): void {
  const taken = branches - branchesMissed.length
  console.log(`${file}: ${lines - linesMissed.length}/${lines} lines, ${taken}/${branches} branches`)
  for (const line of linesMissed) console.log(`  line ${line} was never reached`)
  for (const { line, condition, holds } of branchesMissed) {
    console.log(`  line ${line}: \`${condition}\` was never ${holds}`)
  }
  if (linesMissed.length + branchesMissed.length > 0) process.exitCode = 1
}

const prepared = await prepare()
runTests()
const counts = await lineCounts()
for (const [file, { source, outcomes }] of prepared) {
  const counted = counts.get(file)
  if (counted) print(coverageOf(file, source, outcomes, counted))
}
if (counts.size === 0) throw new Error('Hardhat reported no file at all.')
