// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import hre from 'hardhat'
import { keepInStep } from './keep-in-step.ts'

const CONTRACT = 'CredentialAnchor'

/** Compiles, then reads what the service needs to deploy and call the contract, as the text of the checked-in file. */
async function compiled(): Promise<string> {
  await hre.tasks.getTask('build').run({ quiet: true, defaultBuildProfile: 'default' })
  const { abi, bytecode, deployedBytecode } = await hre.artifacts.readArtifact(CONTRACT)
  const buildInfo = await hre.artifacts.getBuildInfoPath(await hre.artifacts.getBuildInfoId(CONTRACT) ?? '')
  const { solcLongVersion } = JSON.parse(await readFile(buildInfo ?? '', 'utf8')) as { solcLongVersion: string }
  return JSON.stringify({ abi, bytecode, deployedBytecode, compiler: solcLongVersion }, null, 2) + '\n'
}

const file = new URL('../generated/CredentialAnchor.json', import.meta.url)
const kept = await keepInStep(file, await compiled(), 'compile')
process.exitCode = kept ? 0 : 1
