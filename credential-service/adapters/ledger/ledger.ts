// SPDX-License-Identifier: EUPL-1.2
import { keccak256, toUtf8Bytes } from 'ethers'
import type { Kysely } from 'kysely'
import type { Juries } from '#service/use-cases/deliberation/ports.ts'
import type { Ledger, LedgerPlace, OnLedger, School } from '#service/use-cases/issuing/ports.ts'
import { accountNamed, fundOnEmbedded } from './accounts.ts'
import type { NewKey } from './accounts.ts'
import { anchoringOn } from './anchoring.ts'
import { diplomaAnchors } from './anchors.ts'
import type { DiplomaAnchor } from './anchors.ts'
import { archiveOn } from './archive.ts'
import { chainOf } from './chain.ts'
import { closingOn } from './closing.ts'
import { connectTo } from './connection.ts'
import { accreditationChain, addressOf, callsOf, namedRefusal } from './contract.ts'
import type { CompiledContract } from './contract.ts'
import { journalOn } from './journal.ts'
import type { Entry } from './journal.ts'
import type { Happening, SignTransaction } from './follow.ts'
import { juriesOn } from './juries.ts'
import { PAYER, provision } from './payer.ts'
import type { Patience, Settling } from './rules.ts'
import { senderOf } from './sender.ts'
import type { Sender } from './sender.ts'
import { DEPLOYMENT, register, registerForDiplomas } from './setup.ts'
import type { LedgerTables } from './tables.ts'

export type LedgerOptions = {
  db: Kysely<LedgerTables>
  rpcUrl: string
  chainId?: number
  /** An Anvil node of our own: accounts are given money there, and a block may be lost in its last second. */
  embedded: boolean
  settling: Settling
  patience: Patience
  /** The most that may be offered for a unit of gas, in wei. */
  maxFee: bigint
  compiled: CompiledContract
  newKey: NewKey
  /** Takes the key of the account that pays on an outside network; absent when each account is provided for otherwise. */
  payerKey?: NewKey
  sign: SignTransaction
  now: () => Date
  /** Told what an operator may want to know. */
  tell?: (happening: Happening) => void
}

/** The ledger as the use cases see it, by ethers: journalled transactions out, facts in. */
export function ledgerOn(options: LedgerOptions): Ledger & { juries: Juries; diplomaAnchors(): Promise<DiplomaAnchor[]>; close(): void } {
  const { compiled } = options
  const { connection, journal, sender } = journalledSender(options)
  const named = (error: unknown) => { throw namedRefusal(compiled, error) }
  const account = (name: string) => accountNamed(options.db, name, options.newKey)
  const calls = callsOf(compiled)
  const needs = { sender, compiled, now: options.now, account }

  const contract = async () => {
    const deployment = await journal.find(DEPLOYMENT)
    return deployment?.block ? { address: addressOf(deployment), deployment } : null
  }
  const call = async (key: string, from: string, purpose: string, data: string, anew = false): Promise<OnLedger> => {
    const standing = await contract()
    // Its address is its account's and its nonce's: until it is settled, a reorganisation could give it another.
    if (standing?.deployment.state !== 'confirmed') return { state: 'waiting' }
    const asked = { key, account: from, purpose, to: standing.address, data }
    return toOnLedger(await (anew ? sender.submitAnew(asked) : sender.submit(asked)).catch(named))
  }

  const place = async (): Promise<LedgerPlace | null> => {
    const standing = await contract()
    if (!standing?.deployment.block) return null
    return {
      rpc: options.rpcUrl,
      chainId: standing.deployment.request.chainId,
      contract: standing.address,
      deployedAtBlock: standing.deployment.block.number,
    }
  }
  const accreditation = async (issuer: string, kind: number) => {
    const standing = await contract()
    return standing ? accreditationChain(connection, compiled, standing.address, issuer, kind) : []
  }
  const accredit = async (academy: string) => {
    const entry = await registerForDiplomas(needs, academy).catch(named)
    return entry?.state === 'confirmed' ? entry.block?.timestamp ?? null : null
  }

  return {
    chainId: connection.chainId,
    accountOf: async school => (await account(accountNameOf(school))).address,
    register: async ({ school, did, documentDigest }) => {
      const { kind, academy } = school
      const entries = await register(needs, { kind, academy, did, documentDigest, account: await account(accountNameOf(school)) }).catch(named)
      if (!entries?.every(entry => entry.state === 'confirmed')) return null
      return Math.max(...entries.map(entry => entry.block?.timestamp ?? 0))
    },
    recordDocument: async ({ did, documentDigest, issuer }) => {
      const data = calls.recordDocument(keccak256(toUtf8Bytes(did)), `0x${documentDigest.slice('sha256:'.length)}`)
      const on = await call(`document:${did}:${documentDigest}`, issuer, 'record-document', data)
      return on.state === 'confirmed' ? on.block.timestamp : null
    },
    ...anchoringOn({ connection, compiled, calls, call, contract, tell: options.tell }),
    ...closingOn({ calls, account, call, journal, now: options.now }),
    publishStatusList: ({ address, digest, issuer }) => {
      const list = keccak256(toUtf8Bytes(address))
      const data = calls.publishStatusList(list, `0x${digest.slice('sha256:'.length)}`)
      return call(`status:${list}:${digest}`, issuer, 'publish-status-list', data, true)
    },
    accreditation,
    ...archiveOn(needs, (holder, kind) => accreditation(holder, kind).catch(named)),
    place,
    diplomaAnchors: async () => {
      const found = await place()
      return found ? diplomaAnchors(connection, compiled, found) : []
    },
    juries: juriesOn({ connection, compiled, account, place, call, accredit }),
    follow: sender.follow,
    answers: connection.answers,
    close: connection.close,
  }
}

/** The journal on its database, its connection, and the sender with whoever pays. */
function journalledSender(options: LedgerOptions) {
  const { db, embedded, sign, settling, patience, now, tell, maxFee: cap } = options
  const connection = connectTo(options.rpcUrl, options.chainId, () => now().getTime())
  const chain = chainOf(connection)
  const journal = journalOn(db)
  const fund = (addresses: string[]) => (embedded ? fundOnEmbedded(connection, addresses) : Promise.resolve())
  const payerKey = embedded ? undefined : options.payerKey
  // The account that pays may have been used before it was given to us.
  const usedNonces = (address: string) => connection.use(provider => provider.getTransactionCount(address, 'pending'))
  const provide = payerKey && (async (address: string): Promise<boolean> =>
    provision({ connection, chain, cap, sender, payer: await accountNamed(db, PAYER, payerKey, usedNonces) }, address))
  const sender: Sender = senderOf({
    connection, chain, journal, sign, settling, patience, cap, ownNode: embedded, now, fund, provision: provide, tell,
  })
  return { connection, journal, sender }
}

/** An academy anchors with the account that accredits its schools. */
const accountNameOf = ({ kind, slug, academy }: School) => (kind === 'academy' ? `academy:${academy}` : `school:${slug}`)

function toOnLedger(entry: Entry): OnLedger {
  if (entry.state === 'reverted') return { state: 'reverted' }
  if (entry.state !== 'confirmed' || !entry.block || entry.hash === null) return { state: 'waiting' }
  return { state: 'confirmed', transaction: entry.hash, block: entry.block, chainId: entry.request.chainId }
}
