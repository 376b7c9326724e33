// SPDX-License-Identifier: EUPL-1.2
import type { Signer } from '#domain/credential/data-integrity/index.ts'
import { fault, isDateTimeStamp } from '#domain/credential/data-model/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import { stampOf } from './moment.ts'
import { refuse } from './refuse.ts'

type Purpose = 'assertionMethod' | 'authentication'

/** What a request may ask of the proof itself (VCALM 1.0 and the VC API before it). */
export type ProofOptions = {
  created?: string
  proofPurpose?: Purpose
  verificationMethod?: string
  challenge?: string
  domain?: string
}

/**
 * What a proof says besides its suite: what was asked for, where it can be done.
 * Refuses ERR_NOT_CONFORMING for a date that is none, ERR_SANDBOX_ISSUER_UNKNOWN for a key that is not this issuer's.
 */
export function proofSettings(options: ProofOptions, { verificationMethod }: Signer, byDefault: Purpose, now: Date) {
  const { created, challenge, domain } = options
  if (created !== undefined && !isDateTimeStamp(created)) refuse([fault('proof-date', '/options/created')])
  if (options.verificationMethod !== undefined && options.verificationMethod !== verificationMethod) {
    throw new ServiceError('ERR_SANDBOX_ISSUER_UNKNOWN', { at: '/options/verificationMethod' })
  }
  const also: JsonObject = { ...(challenge !== undefined && { challenge }), ...(domain !== undefined && { domain }) }
  return { created: created ?? stampOf(now), proofPurpose: options.proofPurpose ?? byDefault, also }
}
