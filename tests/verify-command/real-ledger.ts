// SPDX-License-Identifier: EUPL-1.2
import { Contract, ContractFactory, JsonRpcProvider } from 'ethers'
import type { ContractTransactionResponse, InterfaceAbi } from 'ethers'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import compiled from '#contracts/generated/CredentialAnchor.json' with { type: 'json' }
import { credentialDigestOf, keccak, leafOf, paddingFor, toBatch, toBytes32, toReceipt } from '#domain/anchoring/index.ts'
import type { Bytes32 } from '#domain/anchoring/index.ts'
import { digestOf } from '#domain/canonical.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { addProof, addressOfForm, RENEWAL_KIND, toCredential, toDidDocument } from '#domain/credential/index.ts'
import { bundleText, ledgerReader, sealBundle } from '#domain/verification/index.ts'
import { contexts } from '#resources/contexts/index.ts'
import { startEmbeddedLedger } from '#service/adapters/embedded-ledger/index.ts'
import { did, keyOf, recordOf } from '#tests/domain/credential/records.ts'
import { statusListOf } from '#tests/domain/verification/world.ts'

const bytes32 = (seed: number) => `0x${seed.toString(16).padStart(2, '0').repeat(32)}`
const instant = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000', '')
const FAR = 2 ** 47

/** A real node with the real contract, a ministry, an academy, a school, and one credential anchored by the school. */
export async function realLedger(readableFrom?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'compagnon-verify-'))
  const node = await startEmbeddedLedger(folder, readableFrom)
  const provider = new JsonRpcProvider(node.rpcUrl, node.chainId, { staticNetwork: true, cacheTimeout: -1 })
  const [ministry, academy, school] = await Promise.all([0, 1, 2].map(i => provider.getSigner(i)))
  const [ministryAt, academyAt, schoolAt] = await Promise.all([ministry!, academy!, school!].map(signer => signer.getAddress()))
  const deployed = await new ContractFactory(compiled.abi as InterfaceAbi, compiled.bytecode, ministry).deploy(ministryAt)
  const contract = await deployed.getAddress()
  const as = (signer: typeof ministry) => new Contract(contract, compiled.abi as InterfaceAbi, signer)
  const done = async (call: Promise<ContractTransactionResponse>) => (await (await call).wait())!
  const ask = (signer: typeof ministry, name: string, ...args: unknown[]) => done(as(signer).getFunction(name)(...args) as Promise<ContractTransactionResponse>)
  await ask(ministry, 'accredit', academyAt, 1, 0, FAR, true)
  await ask(academy, 'accredit', schoolAt, 1, 0, FAR - 1, false)
  const key = keyOf(1)
  const didDocument = toDidDocument({ did, publicKeys: [key.multikey], chainId: node.chainId, account: schoolAt! })
  await ask(school, 'recordDocument', keccak(utf8ToBytes(did)), toBytes32(digestOf(didDocument)))
  const publish = (list: { id?: unknown }, by = school) => ask(by, 'publishStatusList', keccak(utf8ToBytes(String(list.id))), toBytes32(digestOf(list)))
  const listCredential = await statusListOf([])
  const suspensions = await statusListOf([], undefined, addressOfForm(recordOf().status.list, 'suspension'))
  await publish(listCredential)
  await publish(suspensions)

  const reader = ledgerReader((method, params) => provider.send(method, params), contract)

  /** A credential signed with the school's key as if on this date, in a batch whose root is anchored by `anchor`. */
  async function signedOn(
    issued: number, salt: number, anchor: (root: Bytes32) => Promise<{ hash: string; blockNumber: number }>,
    { kind, unsigned }: { kind: number; unsigned: JsonObject } = { kind: 1, unsigned: toCredential(recordOf({ validFrom: instant(issued) })) },
  ) {
    const credential = await addProof(unsigned, { verificationMethod: key.verificationMethod, created: instant(issued) }, key.sign, contexts)
    const digest = credentialDigestOf(credential)
    const batch = toBatch([leafOf(bytes32(salt), digest), bytes32(20), bytes32(21)], Array.from({ length: paddingFor(3) }, () => bytes32(30)))
    const mined = await anchor(batch.root)
    const block = (await provider.getBlock(mined.blockNumber))!
    const place = {
      chainId: node.chainId, contract, issuer: schoolAt!, kind, transaction: mined.hash,
      block: { number: block.number, hash: block.hash!, timestamp: block.timestamp },
    }
    return sealBundle({
      type: 'CompagnonBundle', version: 1, credential,
      receipt: toReceipt(batch, bytes32(salt), digest, place),
      issuer: { did, didDocument, accreditation: [...await reader.accreditationsOf(schoolAt!), ...await reader.accreditationsOf(academyAt!)] },
      status: {
        listCredential, digest: digestOf(listCredential), fetchedAt: instant(issued),
        suspension: { listCredential: suspensions, digest: digestOf(suspensions) },
      },
      contexts: { ...contexts },
    })
  }
  const anchorBySchool = (root: string) => ask(school, 'anchor', root, 1)
  const bundle = await signedOn(Math.floor(Date.now() / 1000), 9, anchorBySchool)
  const close = async () => {
    provider.destroy()
    await node.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    rpc: node.rpcUrl, chainId: node.chainId, contract, reader, provider, bundle, text: bundleText(bundle), publish, close, signedOn, anchorBySchool,
    accounts: { ministry: ministryAt!, academy: academyAt!, school: schoolAt! },
    withdraw: async () => {
      // The block is given its date: on a busy machine the next second would be over before the call is mined.
      const next = (await provider.getBlock('latest'))!.timestamp + 1
      await provider.send('evm_setNextBlockTimestamp', [next])
      return ask(academy, 'withdraw', schoolAt, 1, next)
    },
    /** The academy takes over from the school; gives what publishes a list in the school's stead. */
    succeed: async () => {
      await ask(academy, 'succeed', schoolAt, academyAt)
      return (list: { id?: unknown }) => publish(list, academy)
    },
    contractAs: () => as(ministry),
    /** Has one of the three call the contract. */
    ask: (who: 'ministry' | 'academy' | 'school', name: string, ...args: unknown[]) => ask({ ministry, academy, school }[who], name, ...args),
    /** An archive that the ministry accredits for renewals: gives its account, and what anchors a root by it. */
    archive: async () => {
      const archive = await provider.getSigner(5)
      const { timestamp } = (await provider.getBlock('latest'))!
      const account = await archive.getAddress()
      await ask(ministry, 'accredit', account, RENEWAL_KIND, timestamp, FAR, false)
      return { account, anchor: (root: string) => ask(archive, 'anchor', root, RENEWAL_KIND) }
    },
    /** Another school of the same academy, with an account of its own. */
    accreditAnother: async () => {
      const other = await provider.getSigner(3)
      const { timestamp } = (await provider.getBlock('latest'))!
      await ask(academy, 'accredit', await other.getAddress(), 1, timestamp, FAR - 1, false)
      return (root: string) => ask(other, 'anchor', root, 1)
    },
    pass: async (seconds: number) => { await provider.send('evm_increaseTime', [seconds]); await provider.send('evm_mine', []) },
  }
}
