// SPDX-License-Identifier: EUPL-1.2
// npm running on the system's Node 20 silently skips optional platform packages whose `engines`
// exclude 20 (Hardhat's engine among them). This script itself runs on the Node that npm installed
// (node_modules/.bin comes first on PATH), so asking the same npm once more, from here, brings them.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const GUARD = 'COMPAGNON_COMPLETING_INSTALL'

/** True when Hardhat's native engine can be loaded by this Node. */
function engineLoads() {
  try {
    require('@nomicfoundation/edr')
    return true
  } catch {
    return false
  }
}

function completeInstall() {
  const npm = process.env.npm_execpath
  if (!npm) return fail('run this through npm: npm install')
  const args = [npm, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const done = spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, [GUARD]: '1' } })
  if (done.status !== 0) return fail(`npm install ended with ${done.status}`)
}

function fail(reason) {
  console.error(`Compagnon: the installation could not be completed (${reason}). Delete node_modules and run npm ci again.`)
  process.exit(1)
}

if (!process.env[GUARD] && !engineLoads()) completeInstall()
