// SPDX-License-Identifier: EUPL-1.2
import { isAcademy } from '#domain/credential/diploma/index.ts'
import { ServiceError } from '../errors.ts'
import { cancelIssuing, pauseIssuing, readProgress, resumeIssuing } from './control.ts'
import type { DiplomaNeeds, IssuingSession } from './ports.ts'
import { readDiploma } from './read-diploma.ts'

export type OfficerNeeds = Pick<DiplomaNeeds, 'store' | 'edge' | 'ledger' | 'issuers' | 'statuses' | 'contexts' | 'renewed' | 'hashLevel' | 'sizes' | 'registers'>
/** `academy`: the name or the code of the one they work for, as their identity provider says it. */
export type AcademyOfficer = { academy?: string }

/**
 * What an officer does with the issuing of their own academy. One of another academy is as one that is not there:
 * ERR_ISSUING_UNKNOWN, ERR_CREDENTIAL_UNKNOWN.
 */
export function forOfficers(needs: OfficerNeeds) {
  const isTheirs = ({ academy }: AcademyOfficer, { academy: code }: IssuingSession) =>
    isAcademy({ code, name: needs.registers.academyName(code) ?? code }, academy)
  const own = <Answer>(act: (id: string) => Promise<Answer>) => async (officer: AcademyOfficer, id: string): Promise<Answer> => {
    const session = await needs.store.session(id)
    if (!session || !isTheirs(officer, session)) throw new ServiceError('ERR_ISSUING_UNKNOWN', { session: id })
    return act(id)
  }
  const read = readDiploma(needs)
  return {
    progress: own(readProgress(needs)),
    pause: own(pauseIssuing(needs)),
    resume: own(resumeIssuing(needs)),
    cancel: own(cancelIssuing(needs)),
    diploma: (officer: AcademyOfficer, id: string): Promise<string> => read(id, (session) => isTheirs(officer, session)),
  }
}
