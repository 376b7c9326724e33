// SPDX-License-Identifier: EUPL-1.2
/**
 * The closed list of what the rules can refuse. The domain knows no HTTP: one table at the service's edge
 * gives each code its status and its words (docs/errors.md explains each: why, and what to do).
 */
export const domainErrorCodes = [
  // scenario and workshop
  'ERR_UNKNOWN_SCENARIO',
  'ERR_UNKNOWN_ACTION',
  'ERR_UNKNOWN_EQUIPMENT',
  'ERR_SCENARIO_INVALID',
  'ERR_LAYOUT_INVALID',
  'ERR_FRAMEWORK_INVALID',
  'ERR_UNKNOWN_COMPETENCE',
  // evidence
  'ERR_NONCE_REUSED',
  'ERR_NONCE_UNKNOWN',
  'ERR_CHAIN_BROKEN',
  'ERR_CHUNK_ALTERED',
  'ERR_SCENARIO_DIGEST',
  'ERR_SEED_MISMATCH',
  'ERR_TIMING_IMPOSSIBLE',
  'ERR_ATTEMPT_CLOSED',
  'ERR_RECORDING_TOO_LONG',
  // credential, anchoring
  'ERR_RECORD_INVALID',
  'ERR_UNKNOWN_CONTEXT',
  'ERR_NOT_CONFORMING',
  'ERR_CANONICAL_FORMS_DIFFER',
  'ERR_BATCH_EMPTY',
  'ERR_LEAF_NOT_IN_BATCH',
  // status
  'ERR_STATUS_CHANGE',
  'ERR_STATUS_REASON',
  'ERR_STATUS_SAME_PERSON',
  'ERR_ASSERTION_INVALID',
  // verification
  'ERR_BUNDLE_UNREADABLE',
] as const

export type DomainErrorCode = (typeof domainErrorCodes)[number]

/** A refusal by the rules: a stable code and the values that hurt (never a personal one). */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: DomainErrorCode, values: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(values)}`)
    this.name = 'DomainError'
    this.code = code
    this.values = values
  }
}
