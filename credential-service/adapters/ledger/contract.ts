// SPDX-License-Identifier: EUPL-1.2
import { Contract, Interface, getCreateAddress, isError } from 'ethers'
import type { InterfaceAbi } from 'ethers'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'
import type { Connection } from './connection.ts'
import type { Entry } from './journal.ts'

/** contracts/generated/CredentialAnchor.json, as compiled. */
export type CompiledContract = { abi: InterfaceAbi; bytecode: string }

/** The calls of CredentialAnchor as bytes to sign, and the contract's address from its deployment. */
export const callsOf = (compiled: CompiledContract) => {
  const words = new Interface(compiled.abi)
  return {
    deploy: (rootAuthority: string) => compiled.bytecode + words.encodeDeploy([rootAuthority]).slice(2),
    accredit: (issuer: string, kind: number, from: number, until: number, mayAccredit: boolean) =>
      words.encodeFunctionData('accredit', [issuer, kind, from, until, mayAccredit]),
    withdraw: (issuer: string, kind: number, date: number) => words.encodeFunctionData('withdraw', [issuer, kind, date]),
    succeed: (issuer: string, successor: string) => words.encodeFunctionData('succeed', [issuer, successor]),
    recordDocument: (didDigest: string, documentDigest: string) =>
      words.encodeFunctionData('recordDocument', [didDigest, documentDigest]),
    anchor: (root: string, kind: number) => words.encodeFunctionData('anchor', [root, kind]),
    anchorDecided: (root: string, deliberation: string, path: readonly string[]) => words.encodeFunctionData('anchorDecided', [root, deliberation, path]),
    publishStatusList: (list: string, digest: string) => words.encodeFunctionData('publishStatusList', [list, digest]),
  }
}

/** What the contract refuses before anything is journalled, under the name and with the values it gives. */
export class ContractRefusal extends Error {
  readonly refusal: string

  constructor(refusal: string, values: readonly unknown[], cause: unknown) {
    super(`The contract refuses: ${refusal}(${values.join(', ')})`, { cause })
    this.name = 'ContractRefusal'
    this.refusal = refusal
  }
}

/** A refusal by the contract as one; any other error as it is. */
export function namedRefusal(compiled: CompiledContract, error: unknown): unknown {
  if (!isError(error, 'CALL_EXCEPTION') || !error.data) return error
  const refusal = new Interface(compiled.abi).parseError(error.data)
  return refusal ? new ContractRefusal(refusal.name, refusal.args, error) : error
}

/** The account that anchored a root under this kind; the zero account when none did. @throws LedgerUnreachable */
export async function holderOf(connection: Connection, compiled: CompiledContract, address: string, root: string, kind: number): Promise<string> {
  return connection.use(async provider => {
    const { issuer } = (await new Contract(address, compiled.abi, provider).getFunction('anchorOfKind')(root, kind)) as { issuer: string }
    return issuer
  })
}

/** Where the contract of this deployment stands: fixed by the account and its nonce, so known before it is sent. */
export const addressOf = (deployment: Pick<Entry, 'account' | 'nonce'>) =>
  getCreateAddress({ from: deployment.account, nonce: deployment.nonce })

type RawAccreditation = {
  by: string; from: bigint; until: bigint; recordedAt: bigint; withdrawnAt: bigint; kind: bigint; mayAccredit: boolean
}

/**
 * The chain of accreditations from an issuer up to the root authority, issuer first, as the ledger says now.
 * @throws LedgerUnreachable
 */
export async function accreditationChain(
  connection: Connection, compiled: CompiledContract, address: string, issuer: string, kind: number,
): Promise<AccreditationRecord[]> {
  return connection.use(async provider => {
    const contract = new Contract(address, compiled.abi, provider)
    const root = String(await contract.getFunction('rootAuthority')())
    const chain: AccreditationRecord[] = []
    for (let account = issuer; account !== root && chain.length < 8;) {
      const all = (await contract.getFunction('accreditationsOf')(account)) as RawAccreditation[]
      const latest = all.filter(entry => Number(entry.kind) === kind).at(-1)
      if (!latest) break
      chain.push(toRecord(account, latest))
      account = latest.by
    }
    return chain
  })
}

const toRecord = (issuer: string, raw: RawAccreditation): AccreditationRecord => ({
  issuer,
  by: raw.by,
  kind: Number(raw.kind),
  mayAccredit: raw.mayAccredit,
  from: Number(raw.from),
  until: Number(raw.until),
  recordedAt: Number(raw.recordedAt),
  withdrawnAt: Number(raw.withdrawnAt),
})
