// SPDX-License-Identifier: EUPL-1.2
import { keccak256, toUtf8Bytes } from 'ethers'
import type { Digest } from '#domain/canonical.ts'
import { kinds } from '#domain/credential/index.ts'
import type { Account } from './accounts.ts'
import { addressOf, callsOf } from './contract.ts'
import type { CompiledContract } from './contract.ts'
import type { Entry } from './journal.ts'
import type { Sender } from './sender.ts'

export const YEAR = 365 * 24 * 3600
/** How far the clock of a network may be behind ours, in seconds. */
const SLACK = 3600
const ACADEMY_YEARS = 20
const SCHOOL_YEARS = 10

/** What is needed to put on the ledger what others stand on. */
export type SetupNeeds = {
  sender: Sender
  compiled: CompiledContract
  now: () => Date
  account: (name: string) => Promise<Account>
}

/** A school issues competences on its academy's word; an academy issues diplomas on the ministry's. */
export type Registered = { account: Account; kind: 'school' | 'academy'; academy: string; did: string; documentDigest: Digest }

export const MINISTRY = 'ministry'
export const DEPLOYMENT = 'deploy:CredentialAnchor'

/** Deploys the contract once; gives the deployment, which may still be on its way. */
export async function deploy({ sender, compiled, account }: SetupNeeds): Promise<Entry> {
  const ministry = await account(MINISTRY)
  const data = callsOf(compiled).deploy(ministry.address)
  return sender.submit({ key: DEPLOYMENT, account: ministry.address, purpose: 'deploy', data })
}

/**
 * One pass over what must stand on the ledger before an academy opens a jury: the contract, and its accreditation.
 * @returns the accreditation's entry when it is in a block, null while something is on its way
 */
export async function registerForDiplomas(needs: SetupNeeds, academyName: string): Promise<Entry | null> {
  const deployment = await deploy(needs)
  if (deployment.state !== 'confirmed') return null
  const [ministry, academy] = [await needs.account(MINISTRY), await needs.account(`academy:${academyName}`)]
  const today = Math.floor(needs.now().getTime() / 1000)
  const data = callsOf(needs.compiled).accredit(academy.address, kinds.diploma, today - SLACK, today + ACADEMY_YEARS * YEAR, false)
  const key = `accredit:${academy.name}:${kinds.diploma}`
  const entry = await needs.sender.submitAnew({ key, account: ministry.address, purpose: 'accredit', to: addressOf(deployment), data })
  return entry.block ? entry : null
}

/**
 * One pass over what must stand on the ledger before a school or an academy issues: the contract, the accreditation of
 * the academy, the school's own, the DID document. Each step waits for the one before to be in a block: the contract lets only an account
 * that was accredited declare a DID, and keeps the DID to the first that does.
 * @returns every step's entry when all are sent, null while one is on its way
 */
export async function register(needs: SetupNeeds, issuer: Registered): Promise<Entry[] | null> {
  const { sender, compiled, now } = needs
  const calls = callsOf(compiled)
  const deployment = await deploy(needs)
  // Not before it is settled: its address, written into what follows, depends on its nonce.
  if (deployment.state !== 'confirmed') return null
  const to = addressOf(deployment)
  const done: Entry[] = [deployment]
  const step = async (key: string, from: Account, purpose: string, data: string) => {
    const entry = await sender.submitAnew({ key, account: from.address, purpose, to, data })
    done.push(entry)
    return entry.block !== null
  }
  const accredit = async (by: Account, whom: Account, kind: number, years: number, mayAccredit: boolean) => {
    const today = Math.floor(now().getTime() / 1000)
    // A start already past counts as the block's own time: a network whose clock is slower makes nobody wait.
    const data = calls.accredit(whom.address, kind, today - SLACK, today + years * YEAR, mayAccredit)
    return step(`accredit:${whom.name}:${kind}`, by, 'accredit', data)
  }
  const ministry = await needs.account(MINISTRY)
  if (issuer.kind === 'academy') {
    if (!(await accredit(ministry, issuer.account, kinds.diploma, ACADEMY_YEARS, false))) return null
  } else {
    const academy = await needs.account(`academy:${issuer.academy}`)
    if (!(await accredit(ministry, academy, kinds.competence, ACADEMY_YEARS, true))) return null
    if (!(await accredit(academy, issuer.account, kinds.competence, SCHOOL_YEARS, false))) return null
  }
  const didDigest = keccak256(toUtf8Bytes(issuer.did))
  const document = calls.recordDocument(didDigest, `0x${issuer.documentDigest.slice('sha256:'.length)}`)
  const key = `document:${issuer.did}:${issuer.documentDigest}`
  return (await step(key, issuer.account, 'record-document', document)) ? done : null
}
