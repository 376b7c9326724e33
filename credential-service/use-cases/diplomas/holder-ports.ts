// SPDX-License-Identifier: EUPL-1.2
import type { StatusState } from '#domain/credential/index.ts'
import type { DiplomaNeeds } from './ports.ts'

/** A diploma as its holder's wallet reads it; `text` is the signed credential. */
export type HeldDiploma = { id: string; issuer: string; text: string; state: StatusState; ready: boolean }

export type NewClaim = { digest: string; diploma: string }

export type DiplomaHolders = {
  /** What is in a person's wallet, newest first; what another has replaced is left out. */
  heldBy(person: string): Promise<HeldDiploma[]>
  /** One of them; null when it is not theirs. */
  held(person: string, id: string): Promise<HeldDiploma | null>
  /**
   * Diplomas of the decided sessions of a month (YYYY-MM) whose school of origin this is and that nobody claimed, in their
   * order, after one of them; `next` is where to go on when there are more than `limit`.
   */
  unclaimed(school: string, session: string, page: { after: string | null; limit: number }): Promise<{ found: { id: string; text: string }[]; next: string | null }>
  /** Keeps these codes, in the place of those not used yet for the same diplomas. */
  keepClaims(claims: NewClaim[], by: { person: string; at: Date; until: Date }): Promise<void>
  /**
   * Uses a code, once, in one transaction: the diploma's id when it is good and the birth date is the diploma's. A wrong
   * birth date is counted.
   */
  take(claim: { digest: string; birthDate: string; person: string; at: Date; mostFailures: number }): Promise<string | null>
}

export type HolderNeeds = Pick<DiplomaNeeds, 'store' | 'ledger' | 'issuers' | 'statuses' | 'contexts' | 'renewed' | 'hashLevel' | 'sizes' | 'edge' | 'bytes' | 'registers'> & {
  holders: DiplomaHolders
  /** Of a code, under a key of the service. */
  digestOfCode(code: string): string
}
