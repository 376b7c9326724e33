// SPDX-License-Identifier: EUPL-1.2
import type { Officer } from '../results/ports.ts'
import { endSeat, listSeats } from './end-seat.ts'
import { openDeliberation } from './open-deliberation.ts'
import type { DeliberationNeeds } from './ports.ts'
import { listDeliberations, ownDeliberation, readForMember, readMinutes, readSignedMinutes } from './read-deliberations.ts'
import { beginPasskey, registerPasskey } from './register-passkey.ts'
import { replaceMember } from './replace-member.ts'
import { askSignature, signStatement } from './sign-statement.ts'

export { beginningOf } from './beginning-of.ts'
export { advanceDeliberations } from './advance-deliberations.ts'
export { advanceDiplomas } from './advance-diplomas.ts'
export type * from './ports.ts'

export type DeliberationUseCases = ReturnType<typeof deliberationUseCases>

/** Everything that an academy and the members of its juries do. */
export const deliberationUseCases = (needs: DeliberationNeeds) => ({
  passkeyOf: (person: { id: string }) => needs.store.passkeyOf(person.id),
  beginPasskey: beginPasskey(needs),
  registerPasskey: registerPasskey(needs),
  jurors: () => needs.store.jurors(),
  openDeliberation: openDeliberation(needs),
  listDeliberations: listDeliberations(needs),
  readOwn: (officer: Officer, id: string) => ownDeliberation(needs, officer, id),
  replaceMember: replaceMember(needs),
  listSeats: listSeats(needs),
  endSeat: endSeat(needs),
  readMinutes: readMinutes(needs),
  readSignedMinutes: readSignedMinutes(needs),
  of: (person: { id: string }) => needs.store.of(person.id),
  readForMember: readForMember(needs),
  askSignature: askSignature(needs),
  signStatement: signStatement(needs),
})
