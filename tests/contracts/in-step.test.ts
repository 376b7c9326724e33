// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import hre from 'hardhat'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepInStep } from '#contracts/scripts/keep-in-step.ts'

const node = (...command: string[]) => spawnSync(process.execPath, command, { encoding: 'utf8' })
const hardhat = (...command: string[]) => node('node_modules/hardhat/dist/src/cli.js', ...command)
const run = (script: string, ...options: string[]) => node(`contracts/scripts/${script}`, ...options)

// One file, so one after the other: they compile into the same place.
describe('What is checked in follows from the sources', () => {
  it('is the contract that the sources compile to: if this fails, run `npm run compile` and commit the result', () => {
    const { status, stderr } = run('generate.ts', '--check')
    expect(stderr).toBe('')
    expect(status).toBe(0)
  }, 240_000)

  it('is the contract that the Ignition module deploys: both build profiles are one', () => {
    const { default: everyday, production } = hre.config.solidity.profiles
    expect(production?.compilers).toEqual(everyday?.compilers)
    // The everyday profile, so that nothing is compiled again.
    const options = ['--network', 'sim', '--build-profile', 'default']
    const { stdout } = hardhat('ignition', 'deploy', 'contracts/ignition/modules/credential-anchor.ts', ...options)
    expect(stdout).toMatch(/CredentialAnchor#CredentialAnchor - 0x[0-9a-fA-F]{40}/)
  }, 120_000)

  it('has every line and every branch of the contracts reached by the Solidity tests', () => {
    const { status, stdout } = run('coverage.ts')
    expect(stdout).not.toMatch(/never/)
    expect(stdout).toMatch(/contracts\/CredentialAnchor\.sol: (\d+)\/\1 lines, (\d+)\/\2 branches/)
    expect(stdout).toMatch(/contracts\/Deliberations\.sol: (\d+)\/\1 lines, (\d+)\/\2 branches/)
    expect(stdout).toMatch(/contracts\/JurySeats\.sol: (\d+)\/\1 lines, (\d+)\/\2 branches/)
    expect(stdout).toMatch(/contracts\/IssuerRegistry\.sol: (\d+)\/\1 lines, (\d+)\/\2 branches/)
    expect(status).toBe(0)
  }, 240_000)
})

describe('The comparison of a generated file with what it has to be', () => {
  const given = process.argv
  afterEach(() => {
    process.argv = given
    vi.restoreAllMocks()
  })

  it('says no to one changed byte, names the command, and leaves the file alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compagnon-in-step-'))
    const path = join(folder, 'generated.json')
    await writeFile(path, 'stale')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    process.argv = [...given, '--check']
    expect(await keepInStep(pathToFileURL(path), 'fresh', 'compile')).toBe(false)
    expect(said.mock.lastCall?.[0]).toContain('npm run compile')
    expect(await readFile(path, 'utf8')).toBe('stale')
    expect(await keepInStep(pathToFileURL(path), 'stale', 'compile')).toBe(true)
    await rm(folder, { recursive: true })
  })
})
