// SPDX-License-Identifier: EUPL-1.2
import { isBytes32 } from '#domain/anchoring/index.ts'
import type { KeptDiplomas } from '../deliberation/ports.ts'
import { ServiceError } from '../errors.ts'
import { registerIssuer } from '../issuing/register-issuer.ts'
import type { School } from '../issuing/ports.ts'
import { decideIssuing, readProgress } from './control.ts'
import { issueSession } from './issue-session.ts'
import { openIssuing } from './open-issuing.ts'
import type { DiplomaNeeds } from './ports.ts'

type Needs = DiplomaNeeds & { academyOf: (code: string, name: string) => School & { code: string } }

/**
 * Makes the diplomas that a deliberation is about, keeps them back until it is decided, then has them anchored under it.
 * Each round has an issuing session of its own, named as the deliberation: those of a refused round are never anchored.
 */
export function issueForJury(needs: Needs): KeptDiplomas {
  const [register, open, issue, read] = [registerIssuer(needs), openIssuing(needs), issueSession(needs), readProgress(needs)]
  return {
    async bring({ id, session, academy: name }, code, until) {
      const academy = needs.academyOf(code, name)
      await needs.issuers.keepAcademy(academy)
      if ((await register(academy)).registeredAt === null) return false
      await open({ results: id, session, academy })
      await issue(id, until)
      const { state } = await read(id)
      // Paused by a person or by a line that breaks a rule: the reason is with the session.
      if (state === 'paused' || state === 'cancelled') throw new ServiceError('ERR_ISSUING_STATE', { session: id, state })
      return state === 'running'
    },
    async standing(id) {
      if (!(await needs.store.session(id))) return { root: null, anchored: false }
      const { root, state } = await read(id)
      return { root: root !== null && isBytes32(root) ? root : null, anchored: state === 'anchored' }
    },
    decided: (id, deliberation) => decideIssuing(needs)(id, deliberation),
  }
}
