// SPDX-License-Identifier: EUPL-1.2
import { keccak256, toUtf8Bytes } from 'ethers'
import type { Digest } from '#domain/canonical.ts'
import type { Account } from './accounts.ts'
import { addressOf, callsOf } from './contract.ts'
import type { CompiledContract } from './contract.ts'
import type { Entry } from './journal.ts'
import type { Sender } from './sender.ts'

/** The one kind of credential that schools issue, as the ledger numbers it: a competence, not a diploma or a Pix. */
const COMPETENCE = 1
/** What only a jury gives, in the name of an academy. */
const DIPLOMA = 2
const YEAR = 365 * 24 * 3600
/** How far the clock of a network may be behind ours, in seconds. */
const SLACK = 3600
const ACADEMY_YEARS = 20
const SCHOOL_YEARS = 10

type Needs = {
  sender: Sender
  compiled: CompiledContract
  now: () => Date
  account: (name: string) => Promise<Account>
}

export const MINISTRY = 'ministry'
export const DEPLOYMENT = 'deploy:CredentialAnchor'

/** Deploys the contract once; gives the deployment, which may still be on its way. */
export async function deploy({ sender, compiled, account }: Needs): Promise<Entry> {
  const ministry = await account(MINISTRY)
  const data = callsOf(compiled).deploy(ministry.address)
  return sender.submit({ key: DEPLOYMENT, account: ministry.address, purpose: 'deploy', data })
}

/**
 * One pass over what must stand on the ledger before an academy opens a jury: the contract, and its accreditation.
 * @returns the accreditation's entry when it is in a block, null while something is on its way
 */
export async function registerForDiplomas(needs: Needs, academyName: string): Promise<Entry | null> {
  const deployment = await deploy(needs)
  if (deployment.state !== 'confirmed') return null
  const [ministry, academy] = [await needs.account(MINISTRY), await needs.account(`academy:${academyName}`)]
  const today = Math.floor(needs.now().getTime() / 1000)
  const data = callsOf(needs.compiled).accredit(academy.address, DIPLOMA, today - SLACK, today + ACADEMY_YEARS * YEAR, false)
  const key = `accredit:${academy.name}:${DIPLOMA}`
  const entry = await needs.sender.submitAnew({ key, account: ministry.address, purpose: 'accredit', to: addressOf(deployment), data })
  return entry.block ? entry : null
}

/**
 * One pass over what must stand on the ledger before a school issues: the contract, the accreditation of its academy,
 * its own, its DID document. Each step waits for the one before to be in a block: the contract lets only an account
 * that was accredited declare a DID, and keeps the DID to the first that does.
 * @returns every step's entry when all are sent, null while one is on its way
 */
export async function register(
  needs: Needs, school: { account: Account; academy: string; did: string; documentDigest: Digest },
): Promise<Entry[] | null> {
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
  const accredit = async (by: Account, whom: Account, years: number, mayAccredit: boolean) => {
    const today = Math.floor(now().getTime() / 1000)
    // A start already past counts as the block's own time: a network whose clock is slower makes nobody wait.
    const data = calls.accredit(whom.address, COMPETENCE, today - SLACK, today + years * YEAR, mayAccredit)
    return step(`accredit:${whom.name}:${COMPETENCE}`, by, 'accredit', data)
  }
  const ministry = await needs.account(MINISTRY)
  const academy = await needs.account(`academy:${school.academy}`)
  if (!(await accredit(ministry, academy, ACADEMY_YEARS, true))) return null
  if (!(await accredit(academy, school.account, SCHOOL_YEARS, false))) return null
  const didDigest = keccak256(toUtf8Bytes(school.did))
  const document = calls.recordDocument(didDigest, `0x${school.documentDigest.slice('sha256:'.length)}`)
  const key = `document:${school.did}:${school.documentDigest}`
  return (await step(key, school.account, 'record-document', document)) ? done : null
}
