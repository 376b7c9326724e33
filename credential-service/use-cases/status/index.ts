// SPDX-License-Identifier: EUPL-1.2
import { decideAct } from './decide-act.ts'
import type { StatusNeeds } from './ports.ts'
import { proposeAct } from './propose-act.ts'
import { readDuplicate } from './read-duplicate.ts'
import { findCredential, listWaitingActs, searchDiplomas } from './read-acts.ts'

/** Everything the routes ask about the acts of two persons. */
export const statusUseCases = (needs: StatusNeeds) => ({
  findCredential: findCredential(needs),
  searchDiplomas: searchDiplomas(needs),
  listWaitingActs: listWaitingActs(needs),
  proposeAct: proposeAct(needs),
  decideAct: decideAct(needs),
  readDuplicate: readDuplicate(needs),
})

export type StatusUseCases = ReturnType<typeof statusUseCases>
export type { Act, ActDecision, DiplomaSearch, GovernedCredential, Officer, StatusActStore, StatusNeeds, WaitingAct } from './ports.ts'
