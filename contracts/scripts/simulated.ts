// SPDX-License-Identifier: EUPL-1.2
import { Contract, ContractFactory } from 'ethers'
import type { ContractTransactionReceipt, Signer } from 'ethers'
import { network } from 'hardhat'
import compiled from '../generated/CredentialAnchor.json' with { type: 'json' }

/** A chain in memory with the checked-in contract on it, and what scripts and tests do to them. */
export type SimulatedLedger = Awaited<ReturnType<typeof openLedger>>

/** Starts a chain in memory and deploys the contract that the service deploys. Close it when done. */
export async function openLedger(chain: 'sim' | 'simWithoutP256' = 'sim') {
  const { ethers, close } = await network.create(chain)
  const [ministry, academy, school, stranger] = await ethers.getSigners()
  if (!ministry || !academy || !school || !stranger) throw new Error('The simulated chain has too few accounts.')
  const factory = new ContractFactory(compiled.abi, compiled.bytecode, ministry)
  const deployed = await factory.deploy(ministry.address)
  const deployment = await deployed.deploymentTransaction()?.wait()
  const contract = new Contract(await deployed.getAddress(), compiled.abi, ethers.provider)

  const send = async (by: Signer, verb: string, ...values: unknown[]): Promise<ContractTransactionReceipt> => {
    const transaction = await contract.connect(by).getFunction(verb)(...values)
    const receipt = await transaction.wait()
    if (!receipt) throw new Error(`${verb} was not mined`)
    return receipt
  }
  const ask = (verb: string, ...values: unknown[]) => contract.getFunction(verb).staticCall(...values)
  const now = async () => (await ethers.provider.getBlock('latest'))?.timestamp ?? 0
  /** The next block, whatever it holds, is dated `date` (seconds). */
  const nextBlockAt = (date: number) => ethers.provider.send('evm_setNextBlockTimestamp', [date])

  const place = { chainId: 31_337, contract: await deployed.getAddress() }

  const people = { ministry, academy, school, stranger }
  return { ...people, place, contract, provider: ethers.provider, deployment, send, ask, now, nextBlockAt, close }
}
