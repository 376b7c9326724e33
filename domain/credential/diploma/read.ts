// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'
import type { DiplomaRecord } from './record.ts'

/** What a diploma says, read from the signed credential, so that nothing made from it can say anything else. */
export type DiplomaSaid = {
  id: string
  issuer: { did: string; name: string }
  /** RFC 3339, UTC. */
  validFrom: string
  holder: DiplomaRecord['holder']
  diploma: { code: string; address: string; title: string; description: string; criteria: string; speciality: string | null; mention: string | null }
  school: DiplomaRecord['school']
  session: string
}

// As diplomaCredential writes it (credential.ts beside).
type Written = {
  id: string
  validFrom: string
  issuer: { id: string; name: string }
  credentialSubject: {
    givenName: string
    familyName: string
    dateOfBirth: string
    identifier: [{ identityHash: string }]
    term: string
    source: { name: string; otherIdentifier: [{ identifier: string }] }
    achievement: { id: string; humanCode: string; name: string; description: string; criteria: { narrative: string }; specialization?: string }
    result?: [{ value: string }]
  }
}

/** Reads a credential that `toDiplomaCredential` made. */
export function readDiplomaSaid(credential: JsonObject): DiplomaSaid {
  const { id, issuer, validFrom, credentialSubject: subject } = credential as Written
  const { achievement, source } = subject
  return {
    id, validFrom,
    issuer: { did: issuer.id, name: issuer.name },
    holder: { familyName: subject.familyName, givenNames: subject.givenName, birthDate: subject.dateOfBirth, birthPlace: subject.identifier[0].identityHash },
    diploma: {
      code: achievement.humanCode, address: achievement.id, title: achievement.name, description: achievement.description,
      criteria: achievement.criteria.narrative, speciality: achievement.specialization ?? null, mention: subject.result?.[0].value ?? null,
    },
    school: { uai: source.otherIdentifier[0].identifier, name: source.name },
    session: subject.term,
  }
}

/** A holder's name as it is said. */
export const holderName = ({ holder }: DiplomaSaid): string => `${holder.givenNames} ${holder.familyName}`.trim()
