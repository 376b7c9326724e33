// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import hardhatEthers from '@nomicfoundation/hardhat-ethers'
import ignition from '@nomicfoundation/hardhat-ignition'
import { defineConfig } from 'hardhat/config'

const require = createRequire(import.meta.url)

const compiler = {
  version: '0.8.37',
  // The compiler is npm's, so that a build downloads nothing.
  path: require.resolve('solc/soljson.js'),
  settings: { optimizer: { enabled: true, runs: 200 }, evmVersion: 'cancun' },
}

export default defineConfig({
  plugins: [hardhatEthers, ignition],
  // Both named, since Hardhat would leave `evmVersion` out of the profile with which Ignition deploys.
  solidity: { profiles: { default: compiler, production: { ...compiler, isolated: false } } },
  paths: {
    sources: 'contracts',
    tests: { solidity: 'contracts/tests' },
    ignition: 'contracts/ignition',
    artifacts: 'artifacts',
    cache: 'cache',
  },
  test: { solidity: { fuzz: { runs: 256 }, invariant: { runs: 32, depth: 64, failOnRevert: true } } },
  networks: {
    sim: { type: 'edr-simulated', chainType: 'l1', chainId: 31_337, hardfork: 'osaka' },
    // A network that cannot yet check a passkey by itself (EIP-7951).
    simWithoutP256: { type: 'edr-simulated', chainType: 'l1', chainId: 31_337, hardfork: 'prague' },
  },
})
