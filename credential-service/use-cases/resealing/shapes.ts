// SPDX-License-Identifier: EUPL-1.2
import type { Bundle } from '#domain/verification/bundle.ts'

/** The source of credentials that are not diplomas; those of a session are named by the session. */
export const CREDENTIALS = 'credentials'

/** Which credential is meant: by its id, or by its place in a session of diplomas. */
export type Whose = { source: string; id: string; place: number | null }

/** The same, with its status list, and whether it names one of suspensions too. */
export type Named = Whose & { list: string; suspends: boolean }

/** What renewals change in a holder's file; null for one that was never renewed. */
export type RenewedFile = (issuer: string, named: Named) => Promise<Pick<Bundle, 'version' | 'status' | 'contexts' | 'renewals'> | null>
