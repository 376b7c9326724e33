// SPDX-License-Identifier: EUPL-1.2
import { Contract, JsonRpcProvider } from 'ethers'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }

/** Someone accredited who reads what waits for a block, pays more and comes first. A node of tests lets anyone send as anyone. */
export async function frontRunner(rpc: string, contract: string, account: string) {
  const provider = new JsonRpcProvider(rpc, undefined, { cacheTimeout: -1 })
  await provider.send('anvil_setBalance', [account, `0x${(10n ** 20n).toString(16)}`])
  await provider.send('anvil_impersonateAccount', [account])
  const as = new Contract(contract, compiled.abi, await provider.getSigner(account))
  return {
    provider,
    /** Sends at a price above everybody's; gives its hash without waiting for a block. */
    send: async (verb: string, ...values: unknown[]): Promise<string> => {
      const overrides = { maxFeePerGas: 400_000_000_000n, maxPriorityFeePerGas: 100_000_000_000n, gasLimit: 300_000n }
      return ((await as.getFunction(verb)(...values, overrides)) as { hash: string }).hash
    },
    settled: async (hash: string) => (await provider.waitForTransaction(hash))?.status,
    close: () => provider.destroy(),
  }
}
