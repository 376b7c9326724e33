// SPDX-License-Identifier: EUPL-1.2
import { Contract, Interface } from 'ethers'
import { challengeOf, deliberationNameOf, FIRST_ROUND, memberOf, REFUSAL } from '#domain/anchoring/index.ts'
import type { Bytes32, JuryLedger } from '#domain/anchoring/index.ts'
import type { DeliberationFacts, Juries } from '#service/use-cases/deliberation/ports.ts'
import type { LedgerPlace, OnLedger } from '#service/use-cases/issuing/ports.ts'
import type { Account } from './accounts.ts'
import type { Connection } from './connection.ts'
import type { CompiledContract } from './contract.ts'

type Needs = {
  connection: Connection
  compiled: CompiledContract
  account: (name: string) => Promise<Account>
  place: () => Promise<LedgerPlace | null>
  /** Journals a call to the contract under a key, once. */
  call: (key: string, from: string, purpose: string, data: string, anew?: boolean) => Promise<OnLedger>
  accredit: (academy: string) => Promise<number | null>
}

/** The juries of academies, by ethers: journalled transactions out, facts in. */
export function juriesOn({ connection, compiled, account, place, call, accredit }: Needs): Juries {
  const words = new Interface(compiled.abi)
  const accountOf = async (academy: string) => (await account(`academy:${academy}`)).address
  const send = async (academy: string, key: string, verb: string, ...values: unknown[]) =>
    call(key, await accountOf(academy), purposeOf(verb), words.encodeFunctionData(verb, values))
  /** For what carries no turn: asked again after it reverted, it is sent anew. */
  const sendAnew = async (academy: string, key: string, verb: string, ...values: unknown[]) =>
    call(key, await accountOf(academy), purposeOf(verb), words.encodeFunctionData(verb, values), true)
  const ledger = async (): Promise<JuryLedger | null> => {
    const found = await place()
    return found && { chainId: found.chainId, contract: found.contract }
  }
  const ask = async <T>(verb: string, ...values: unknown[]): Promise<T | null> => {
    const found = await place()
    if (!found) return null
    return connection.use(async provider => (await new Contract(found.contract, compiled.abi, provider).getFunction(verb)(...values)) as T)
  }
  const nameOf: Juries['nameOf'] = async (academy, content) => {
    const found = await ledger()
    return found && deliberationNameOf(found, { ...content, issuer: await accountOf(academy) })
  }

  return {
    accountOf,
    accredit,
    nameOf,
    challengeOf: async statement => {
      const found = await ledger()
      return found && challengeOf(found, statement)
    },
    seat: ({ academy, point: { x, y }, from, until }) =>
      sendAnew(academy, `seat:${academy}:${memberOf({ x, y })}:${from}:${until}`, 'seat', x, y, from, until),
    endSeat: ({ academy, member, date }) => sendAnew(academy, `end-seat:${academy}:${member}:${date}`, 'endSeat', member, date),
    open: async (academy, content) => {
      const { session, results, members, quorum, previous } = content
      const name = await nameOf(academy, content)
      if (name === null) return { state: 'waiting' }
      return previous === FIRST_ROUND
        ? sendAnew(academy, `deliberation:${name}`, 'open', session, results, members, quorum)
        : sendAnew(academy, `deliberation:${name}`, 'reopen', previous, results, members, quorum)
    },
    replace: ({ academy, deliberation, absent, substitute }) =>
      sendAnew(academy, `replace:${deliberation}:${absent}:${substitute}`, 'replace', deliberation, absent, substitute),
    close: ({ academy, deliberation, root, signatures, turn }) => root === REFUSAL
      ? send(academy, `refuse:${deliberation}:${turn}`, 'refuse', deliberation, signatures)
      : send(academy, `decide:${deliberation}:${root}:${turn}`, 'decide', deliberation, root, signatures),
    addMinutes: ({ academy, deliberation, digest }) =>
      sendAnew(academy, `minutes:${deliberation}:${digest}`, 'addMinutes', deliberation, digest),
    read: async deliberation => {
      const raw = await ask<RawDeliberation>('deliberationOf', deliberation)
      const outcome = raw && OUTCOMES[Number(raw.outcome)]
      return raw && outcome ? toFacts(raw, outcome, [...(await ask<Bytes32[]>('minutesOf', deliberation)) ?? []]) : null
    },
    isSeated: async (academy, member, date) => (await ask<boolean>('isSeated', await accountOf(academy), member, date)) ?? false,
  }
}

/** `addMinutes` → `add-minutes`. */
const purposeOf = (verb: string) => verb.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/** In the order of the contract's `Outcome`; the first is a deliberation never opened. */
const OUTCOMES = [null, 'open', 'decided', 'refused'] as const

type RawDeliberation = {
  issuer: string; outcome: bigint; quorum: bigint; round: bigint; openedAt: bigint; closedAt: bigint; session: Bytes32
  results: Bytes32; previous: Bytes32; root: Bytes32; members: Bytes32[]; replaced: bigint; signed: bigint
}

function toFacts(raw: RawDeliberation, outcome: DeliberationFacts['outcome'], minutes: Bytes32[]): DeliberationFacts {
  const has = (bits: bigint, place: number) => (bits >> BigInt(place) & 1n) === 1n
  return {
    issuer: raw.issuer,
    outcome,
    quorum: Number(raw.quorum),
    round: Number(raw.round),
    openedAt: Number(raw.openedAt),
    closedAt: outcome === 'open' ? null : Number(raw.closedAt),
    session: raw.session,
    results: raw.results,
    previous: raw.previous === FIRST_ROUND ? null : raw.previous,
    root: outcome === 'decided' ? raw.root : null,
    members: [...raw.members].map((member, place) => ({ member, replaced: has(raw.replaced, place), signed: has(raw.signed, place) })),
    minutes,
  }
}
