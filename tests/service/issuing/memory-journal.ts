// SPDX-License-Identifier: EUPL-1.2
import type { Entry, Journal, Variant } from '#service/adapters/ledger/journal.ts'
import type { Network } from '#service/adapters/ledger/network.ts'

type Kept = Entry & { variants: Variant[] }

/** The journal in memory, for thousands of random runs; the same runs on a real database see that both agree. */
export function memoryJournal(addresses: string[]): Journal & { variants(): (Variant & { account: string; of: string })[] } {
  const entries: Kept[] = []
  const next = new Map(addresses.map(address => [address, 0]))
  let network: Network | null = null
  const copies = (list: Kept[]) => list.map(entry => ({ ...entry }))
  const of = (sequence: number) => entries.find(entry => entry.sequence === sequence)
  const add = ({ key, account, purpose, request }: Pick<Entry, 'key' | 'account' | 'purpose' | 'request'>, nonce: number): Kept => {
    const entry: Kept = {
      sequence: entries.length + 1, key, account, nonce, purpose, request, variants: [],
      raw: null, hash: null, state: 'reserved', block: null, includedAt: null, rival: null,
    }
    entries.push(entry)
    return entry
  }
  const taking = (account: string, used: number) => Math.max(next.get(account) ?? 0, used)
  return {
    find: async key => copies(entries).find(entry => entry.key === key),
    reserve: async (entry, used) => {
      const known = entries.find(({ key }) => key === entry.key)
      if (known) return { ...known }
      const nonce = taking(entry.account, used)
      next.set(entry.account, nonce + 1)
      return { ...add(entry, nonce) }
    },
    fill: async (entry, nonce) => {
      const held = entries.some(other => other.key === entry.key || (other.account === entry.account && other.nonce === nonce))
      if (!held) add(entry, nonce)
    },
    renew: async ({ sequence, account, nonce }, used) => {
      const entry = of(sequence)
      if (!entry || entry.nonce !== nonce || entry.state !== 'signed' || entry.block) return
      const free = taking(account, used)
      next.set(account, free + 1)
      Object.assign(entry, { nonce: free, state: 'reserved', raw: null, hash: null, rival: null, includedAt: null })
    },
    network: async () => network,
    keepNetwork: async fresh => { network ??= fresh },
    keepHead: async (head, lower) => {
      if (network && (lower || head.number >= network.head.number)) network = { ...network, head }
    },
    keepSigned: async ({ sequence, nonce }, instead, { raw, hash, price }) => {
      const entry = of(sequence)
      if (!entry || entry.nonce !== nonce || entry.block || entry.hash !== instead) return false
      Object.assign(entry, { raw, hash, state: 'signed' })
      entry.variants.push({ raw, hash, price, nonce, sent: null })
      return true
    },
    variantsOf: async sequence => [...(of(sequence)?.variants ?? [])],
    toFollow: async recent => {
      const open = entries.filter(({ state }) => state === 'reserved' || state === 'signed')
      const settled = recent === 0 ? [] : entries.filter(entry => !open.includes(entry)).slice(-recent)
      return copies([...open, ...settled].sort((a, b) => a.sequence - b.sequence))
    },
    fromNonce: async (account, nonce) => copies(entries.filter(entry => entry.account === account && entry.nonce >= nonce)),
    keepSending: async ({ sequence }, hash, _error, sent) => {
      const variant = of(sequence)?.variants.find(one => one.hash === hash)
      if (variant) variant.sent ??= sent
    },
    keepSeen: async ({ sequence, nonce }, seen) => {
      const entry = of(sequence)
      if (!entry || entry.nonce !== nonce || entry.state === 'reserved') return
      Object.assign(entry, seen ?? { state: 'signed', block: null, includedAt: null }, { rival: null })
    },
    keepRival: async ({ sequence, nonce }, rival) => {
      const entry = of(sequence)
      if (entry?.nonce === nonce) entry.rival = rival
    },
    accounts: async () => addresses.map(address => ({ address, name: address, kid: address })),
    variants: () => entries.flatMap(entry => entry.variants.map(variant => ({ ...variant, account: entry.account, of: entry.key }))),
  }
}
