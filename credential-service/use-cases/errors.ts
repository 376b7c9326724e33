// SPDX-License-Identifier: EUPL-1.2
/**
 * The closed list of what the service can refuse, beside the rules' own list (domain/errors.ts). One table gives each
 * its status and its words: credential-service/problems.ts.
 */
export const serviceErrorCodes = [
  // at the door
  'ERR_REQUEST_INVALID',
  'ERR_BODY_TOO_LARGE',
  'ERR_MEDIA_TYPE',
  'ERR_FOREIGN_ORIGIN',
  'ERR_TOO_MANY_REQUESTS',
  'ERR_TOO_SLOW',
  'ERR_NOT_FOUND',
  // people
  'ERR_NOT_SIGNED_IN',
  'ERR_NOT_ALLOWED',
  'ERR_SIGN_IN_FAILED',
  // teaching and evidence
  'ERR_SESSION_UNKNOWN',
  'ERR_SESSION_CLOSED',
  'ERR_ATTEMPT_UNKNOWN',
  'ERR_TOO_MANY_ATTEMPTS',
  'ERR_ATTEMPT_NOT_ASSESSED',
  'ERR_RESULT_NOT_ACQUIRED',
  'ERR_DECISION_TAKEN',
  // results of juries
  'ERR_RESULTS_SESSION_UNKNOWN',
  'ERR_RESULTS_FILE_UNKNOWN',
  'ERR_RESULTS_ACADEMY_UNKNOWN',
  'ERR_RESULTS_ACADEMY_OTHER',
  'ERR_RESULTS_UNREADABLE',
  'ERR_RESULTS_COLUMNS',
  'ERR_RESULTS_BUSY',
  'ERR_RESULTS_FILE_DECIDED',
  'ERR_RESULTS_NOTHING_SOUND',
  'ERR_RESULTS_FAULTY_LINES',
  'ERR_RESULTS_OVERTAKEN',
  'ERR_RESULTS_LINES_LOST',
  'ERR_RESULTS_FILE_TAKEN_AWAY',
  // juries
  'ERR_PASSKEY_INVALID',
  'ERR_PASSKEY_TAKEN',
  'ERR_PASSKEY_MISSING',
  'ERR_JURY_MEMBER_UNKNOWN',
  'ERR_JURY_QUORUM',
  'ERR_JURY_SEAT_UNKNOWN',
  'ERR_JURY_MEMBER_SITS',
  'ERR_DELIBERATION_UNKNOWN',
  'ERR_DELIBERATION_NO_RESULTS',
  'ERR_DELIBERATION_HELD',
  'ERR_DELIBERATION_RESULTS_UNCHANGED',
  'ERR_DELIBERATION_RESULTS_CHANGED',
  'ERR_DELIBERATION_NOT_OPEN',
  'ERR_DELIBERATION_NO_DIPLOMAS',
  'ERR_DELIBERATION_SIGNED',
  'ERR_DELIBERATION_REPLACEMENT',
  'ERR_DELIBERATION_NO_MINUTES',
  // credentials and ledger
  'ERR_SCHOOL_UNKNOWN',
  'ERR_STATUS_LIST_UNKNOWN',
  'ERR_CREDENTIAL_UNKNOWN',
  'ERR_CREDENTIAL_NOT_READY',
  'ERR_FORM_UNAVAILABLE',
  'ERR_SANDBOX_CLOSED',
  'ERR_SANDBOX_ISSUER_UNKNOWN',
  'ERR_STATUS_ENTRY',
  'ERR_NOT_VERIFIED',
  'ERR_OPTION_UNKNOWN',
  'ERR_DOCUMENT_TOO_SLOW',
  'ERR_READERS_BUSY',
  'ERR_READING_SPENT',
  'ERR_SANDBOX_LIST_FULL',
  'ERR_ISSUING_UNKNOWN',
  'ERR_ISSUING_STATE',
  'ERR_ISSUER_CLOSED',
  'ERR_ISSUER_NOT_CLOSED',
  'ERR_ISSUER_BUSY',
  'ERR_ISSUER_SUCCEEDED',
  'ERR_STATUS_ACT_UNKNOWN',
  'ERR_STATUS_ACT_WAITING',
  'ERR_STATUS_ACT_DECIDED',
  'ERR_STATUS_NOT_SUSPENDABLE',
  'ERR_STATUS_ACADEMY_CONFIRMS',
  'ERR_DIPLOMA_NOT_CORRECTED',
  'ERR_CLAIM_REFUSED',
  'ERR_LEDGER_METHOD',
  'ERR_LEDGER_UNREACHABLE',
  'ERR_LEDGER_OTHER_NETWORK',
  'ERR_LEDGER_FUNDS',
  'ERR_LEDGER_FEES',
  'ERR_LEDGER_REFUSED',
  // the service itself
  'ERR_NOT_READY',
  'ERR_INTERNAL',
] as const

export type ServiceErrorCode = (typeof serviceErrorCodes)[number]

/** A refusal by the service: a stable code and the values that hurt (never a personal one). */
export class ServiceError extends Error {
  readonly code: ServiceErrorCode
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: ServiceErrorCode, values: Record<string, string | number> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause })
    this.name = 'ServiceError'
    this.code = code
    this.values = values
  }
}
