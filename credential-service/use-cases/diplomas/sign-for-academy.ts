// SPDX-License-Identifier: EUPL-1.2
import { formsKeyOf } from '#domain/credential/index.ts'
import type { AcademySigner } from '../deliberation/ports.ts'
import { ServiceError } from '../errors.ts'
import type { School } from '../issuing/ports.ts'
import { registerIssuer } from '../issuing/register-issuer.ts'
import type { DiplomaNeeds } from './ports.ts'

type Needs = Pick<DiplomaNeeds, 'origin' | 'ledger' | 'agent' | 'issuers' | 'statuses'> & { academyOf: (code: string, name: string) => School }

/**
 * An academy's P-256 key, the one of its DID document that signs the other forms of credentials, for documents it signs: the
 * Ed25519 one is of a curve that readers of PDF do not know. A jury may refuse before any diploma was made: the academy is then
 * registered here.
 */
export function signForAcademy({ academyOf, ...needs }: Needs): AcademySigner {
  const register = registerIssuer(needs)
  return async (code, name) => {
    const academy = academyOf(code, name)
    await needs.issuers.keepAcademy(academy)
    const { did, document, registeredAt } = await register(academy)
    if (registeredAt === null) return null
    const key = formsKeyOf(document)
    if (key === null) throw new ServiceError('ERR_FORM_UNAVAILABLE', { form: 'pades' })
    const sign = (data: Uint8Array) => needs.agent.signForm(key.multikey, data)
    return { name: academy.name, did, multikey: key.multikey, since: new Date(registeredAt * 1000), sign }
  }
}
