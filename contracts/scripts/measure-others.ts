// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import { AbiCoder, ContractFactory, ZeroAddress, ZeroHash } from 'ethers'
import type { BaseContract, ContractTransactionResponse, InterfaceAbi, Signer } from 'ethers'
import hre from 'hardhat'
import type { GasLine } from './measure-gas.ts'
import type { SimulatedLedger } from './simulated.ts'

type Compiled = { abi: InterfaceAbi; bytecode: string }

const require = createRequire(import.meta.url)
const published = (name: string): Compiled =>
  require(`@ethereum-attestation-service/eas-contracts/artifacts/contracts/${name}.sol/${name}.json`) as Compiled
const documentStore = (require('@govtechsg/document-store/dist/contracts/factories/contracts/DocumentStore__factory.js') as
  { DocumentStore__factory: Compiled }).DocumentStore__factory

async function deploy({ abi, bytecode }: Compiled, by: Signer, ...values: unknown[]): Promise<BaseContract> {
  const contract = await new ContractFactory(abi, bytecode, by).deploy(...values)
  await contract.waitForDeployment()
  return contract
}

async function gasOf(contract: BaseContract, verb: string, ...values: unknown[]): Promise<bigint> {
  const sent = await contract.getFunction(verb)(...values) as ContractTransactionResponse
  return (await sent.wait())?.gasUsed ?? 0n
}

/** An attestation of a root under a registered schema, by the contracts that EAS publishes. */
async function attestation(by: Signer, root: string): Promise<bigint> {
  const registry = await deploy(published('SchemaRegistry'), by)
  const eas = await deploy(published('EAS'), by, await registry.getAddress())
  const schema = await registry.getFunction('register').staticCall('bytes32 root', ZeroAddress, true) as string
  await gasOf(registry, 'register', 'bytes32 root', ZeroAddress, true)
  const data = { recipient: ZeroAddress, expirationTime: 0, revocable: true, refUID: ZeroHash, data: AbiCoder.defaultAbiCoder().encode(['bytes32'], [root]), value: 0 }
  return gasOf(eas, 'attest', { schema, data })
}

/** What others write on a ledger for one batch, or for one credential, on the same chain and in the same run. */
export async function measureOthers({ academy, school }: SimulatedLedger, root: string): Promise<GasLine[]> {
  const store = await deploy(documentStore, academy, 'Compared', academy.address)
  const token = await deploy(await hre.artifacts.readArtifact('OneTokenEach'), academy)
  const bound = await deploy(await hre.artifacts.readArtifact('OneBoundTokenEach'), academy)
  return [
    { what: 'OpenAttestation: issue a root in a DocumentStore (as published, @govtechsg/document-store 3.0.0)', gas: await gasOf(store, 'issue', root) },
    { what: 'EAS: attest a root (as published, eas-contracts 1.9.0)', gas: await attestation(academy, root) },
    { what: 'ERC-721: mint one credential (OneTokenEach, on OpenZeppelin 5.7)', gas: await gasOf(token, 'mint', school.address, root) },
    { what: 'ERC-5192: mint one bound credential (OneBoundTokenEach, on OpenZeppelin 5.7)', gas: await gasOf(bound, 'mint', school.address, root) },
  ]
}
