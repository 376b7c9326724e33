// SPDX-License-Identifier: EUPL-1.2
import { RENEWAL_KIND } from '#domain/credential/index.ts'
import type { AccreditationRecord } from '#domain/verification/bundle.ts'
import type { Ledger } from '#service/use-cases/issuing/ports.ts'
import { addressOf, callsOf } from './contract.ts'
import { deploy, MINISTRY, YEAR } from './setup.ts'
import type { SetupNeeds } from './setup.ts'

const ARCHIVE = 'archive'
const ARCHIVE_YEARS = 20
/** How long before its accreditation ends another is recorded behind it. */
const AHEAD = 2 * YEAR

/** The archive: an account of its own, so that no school or academy holds anything that its closing would have to end. */
export const archiveOn = (needs: SetupNeeds, accreditation: (account: string, kind: number) => Promise<AccreditationRecord[]>): Pick<Ledger, 'archivist'> => ({
  async archivist() {
    const [ministry, archive] = [await needs.account(MINISTRY), await needs.account(ARCHIVE)]
    const now = Math.floor(needs.now().getTime() / 1000)
    const [held] = await accreditation(archive.address, RENEWAL_KIND)
    if (held && held.until > now + AHEAD) return archive.address
    const deployment = await deploy(needs)
    if (deployment.state !== 'confirmed') return null
    const from = held && held.until > now ? held.until : now
    const data = callsOf(needs.compiled).accredit(archive.address, RENEWAL_KIND, from, from + ARCHIVE_YEARS * YEAR, false)
    const key = `accredit:${ARCHIVE}:${RENEWAL_KIND}${held ? `:${held.until}` : ''}`
    const entry = await needs.sender.submitAnew({ key, account: ministry.address, purpose: 'accredit', to: addressOf(deployment), data })
    return entry.state === 'confirmed' ? archive.address : null
  },
})
