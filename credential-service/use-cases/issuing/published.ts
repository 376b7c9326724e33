// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject, StatusForm } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import type { IssuingNeeds, School } from './ports.ts'

/** The DID document of a school or an academy. Refuses ERR_SCHOOL_UNKNOWN while it has no key. */
export const readIssuerDocument = ({ issuers }: Pick<IssuingNeeds, 'issuers'>) => async (slug: string, kind: School['kind']): Promise<JsonObject> => {
  const school = await issuers.schoolOfSlug(slug)
  const issuer = school?.kind === kind && (await issuers.issuerOf(school.id))
  if (!issuer) throw new ServiceError('ERR_SCHOOL_UNKNOWN', { school: slug })
  return issuer.document
}

/** The last signed text of a status list in one form. Refuses ERR_STATUS_LIST_UNKNOWN. */
export const readStatusList = ({ statuses }: Pick<IssuingNeeds, 'statuses'>) =>
  async (list: string, form: StatusForm = 'revocation'): Promise<string> => {
    const latest = await statuses.latest(list, form)
    if (!latest) throw new ServiceError('ERR_STATUS_LIST_UNKNOWN', { list })
    return latest.text
  }
