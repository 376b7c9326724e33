// SPDX-License-Identifier: EUPL-1.2
import type { JsonObject } from '../json.ts'

/** What every form says of a credential, read from the signed one, so that no form can say anything else. */
export type Achieved = {
  id: string
  issuer: { did: string; name: string }
  /** RFC 3339, UTC. */
  validFrom: string
  validUntil?: string
  language: string
  holderName: string
  achievement: { id: string; name: string; description: string; criteria: string }
  framework: string
  competences: { code: string; name: string; address: string; result: string }[]
  assurance: string
  evidence: { narrative: string; digestMultibase: string }
}

// As toCredential writes it (achievement.ts in the folder above).
type Written = {
  id: string
  validFrom: string
  validUntil?: string
  issuer: { id: string; name: string }
  credentialSubject: {
    identifier: [{ identityHash: string }]
    achievement: {
      id: string; inLanguage: string; name: string; description: string; criteria: { narrative: string }
      alignment: { targetCode: string; targetName: string; targetUrl: string; targetFramework: string }[]
    }
    result: { resultDescription: string; value: string }[]
  }
  evidence: [{ narrative: string; digestMultibase: string }]
}

/** Reads a credential that `toCredential` made. */
export function readAchieved(credential: JsonObject): Achieved {
  const { id, issuer, validFrom, validUntil, credentialSubject: subject, evidence: [evidence] } = credential as Written
  const { inLanguage, name, description, criteria, alignment, id: address } = subject.achievement
  const resultOf = (part: string) => subject.result.find(({ resultDescription }) => resultDescription === `${address}#${part}`)?.value ?? ''
  return {
    id, validFrom,
    ...(validUntil !== undefined && { validUntil }),
    issuer: { did: issuer.id, name: issuer.name },
    language: inLanguage,
    holderName: subject.identifier[0].identityHash,
    achievement: { id: address, name, description, criteria: criteria.narrative },
    framework: alignment[0]?.targetFramework ?? '',
    competences: alignment.map(({ targetCode: code, targetName, targetUrl }) => ({ code, name: targetName, address: targetUrl, result: resultOf(code) })),
    assurance: resultOf('assurance'),
    evidence: { narrative: evidence.narrative, digestMultibase: evidence.digestMultibase },
  }
}
