// SPDX-License-Identifier: EUPL-1.2
/**
 * Who may do what. A route names the one permission it needs; a person may pass when one of their roles holds it; what
 * no line allows is refused. This table says what a role may do at all: whether THIS attempt is yours is the use
 * case's question.
 */
export const roles = [
  'student', 'guardian', 'teacher', 'jury', 'school-head', 'academy', 'data-protection-officer',
] as const

export type Role = (typeof roles)[number]

export const permissions = {
  /** Begin, send and finish one's own attempts. */
  'take-attempts': ['student'],
  /** Read a debrief: a student's own, a teacher's students'. */
  'read-debriefs': ['student', 'teacher'],
  /** Open and close assessed sessions. */
  'run-sessions': ['teacher'],
  /** See what waits for a decision, and decide. */
  'validate-attempts': ['teacher'],
  /** Import the results of juries, and confirm them. */
  'import-results': ['academy'],
  /** See how far the issuing of a session is, pause, resume or cancel it, and hand over its diplomas. */
  'issue-diplomas': ['academy'],
  /** Open a deliberation over confirmed results, name its members, replace the absent, end the seat of one who no longer sits. */
  'hold-deliberations': ['academy'],
  /** Register one's own passkey, read what waits for it, sign or refuse. */
  'sit-on-juries': ['jury'],
  /** See and download one's own credentials. */
  'hold-credentials': ['student'],
  /** Make the codes with which the graduates of one's own school claim their diplomas. */
  'hand-diplomas': ['school-head'],
  /** Propose to revoke, suspend, restore, correct or hand over again a credential, and decide what another person proposed. */
  'govern-credentials': ['school-head', 'academy'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

/** What a route asks of who calls it: a permission, or nothing ('public'). */
export type AccessRule = Permission | 'public'

/** Whether someone with these roles may do what the rule asks. */
export const mayPass = (rule: AccessRule, held: readonly Role[]): boolean =>
  rule === 'public' || (permissions[rule] as readonly Role[]).some((role) => held.includes(role))

export const isRole = (name: unknown): name is Role => roles.includes(name as Role)
