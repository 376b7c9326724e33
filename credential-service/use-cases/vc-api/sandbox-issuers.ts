// SPDX-License-Identifier: EUPL-1.2
import type { KeyKind, Signer, SuiteName } from '#domain/credential/data-integrity/index.ts'
import { ServiceError } from '../errors.ts'
import type { Sandbox, StatusPurpose, VcApiNeeds } from './ports.ts'

type SandboxIssuer = { cryptosuite: SuiteName; kind: KeyKind; statuses: readonly StatusPurpose[] }

/** Every sandbox issuer, by its name in the path: what it signs with, and the status entries it adds. */
export const sandboxIssuers = {
  'eddsa-rdfc-2022': { cryptosuite: 'eddsa-rdfc-2022', kind: 'Ed25519', statuses: [] },
  'eddsa-jcs-2022': { cryptosuite: 'eddsa-jcs-2022', kind: 'Ed25519', statuses: [] },
  'ecdsa-rdfc-2019': { cryptosuite: 'ecdsa-rdfc-2019', kind: 'P-256', statuses: [] },
  'ecdsa-rdfc-2019-p384': { cryptosuite: 'ecdsa-rdfc-2019', kind: 'P-384', statuses: [] },
  'ecdsa-jcs-2019': { cryptosuite: 'ecdsa-jcs-2019', kind: 'P-256', statuses: [] },
  'ecdsa-jcs-2019-p384': { cryptosuite: 'ecdsa-jcs-2019', kind: 'P-384', statuses: [] },
  'ecdsa-sd-2023': { cryptosuite: 'ecdsa-sd-2023', kind: 'P-256', statuses: [] },
  'bitstring-status-list': { cryptosuite: 'eddsa-rdfc-2022', kind: 'Ed25519', statuses: ['revocation'] },
  'bitstring-suspension': { cryptosuite: 'eddsa-rdfc-2022', kind: 'Ed25519', statuses: ['suspension'] },
} as const satisfies Record<string, SandboxIssuer>

export type SandboxIssuerName = keyof typeof sandboxIssuers
export const DEFAULT_ISSUER: SandboxIssuerName = 'eddsa-rdfc-2022'

/**
 * The issuer of a request whose path names none: the one that the options name; else the one whose identifier the
 * credential already has; else the one that the options make sense for.
 */
export function issuerAskedFor({ sandbox }: Pick<VcApiNeeds, 'sandbox'>, issuerId: unknown, options: { cryptosuite?: string; mandatoryPointers?: unknown }): string {
  if (options.cryptosuite !== undefined) return options.cryptosuite
  const kind = Object.values(sandbox?.keys ?? {}).find(({ did }) => did === issuerId)?.kind
  const selective = options.mandatoryPointers !== undefined && (kind === undefined || kind === 'P-256')
  return selective ? 'ecdsa-sd-2023' : kind === 'P-256' ? 'ecdsa-rdfc-2019' : kind === 'P-384' ? 'ecdsa-rdfc-2019-p384' : DEFAULT_ISSUER
}

/** The sandbox, when it is open. Refuses ERR_SANDBOX_CLOSED. */
export function openSandbox({ sandbox }: Pick<VcApiNeeds, 'sandbox'>): Sandbox {
  if (sandbox === null) throw new ServiceError('ERR_SANDBOX_CLOSED')
  return sandbox
}

/** A sandbox issuer by its name, and its key. Refuses ERR_SANDBOX_CLOSED, ERR_SANDBOX_ISSUER_UNKNOWN. */
export function issuerNamed(needs: Pick<VcApiNeeds, 'sandbox'>, name: string): SandboxIssuer & { signer: Signer } {
  const { keys } = openSandbox(needs)
  if (!Object.hasOwn(sandboxIssuers, name)) throw new ServiceError('ERR_SANDBOX_ISSUER_UNKNOWN', { issuer: name })
  const issuer: SandboxIssuer = sandboxIssuers[name as SandboxIssuerName]
  return { ...issuer, signer: keys[issuer.kind] }
}
