// SPDX-License-Identifier: EUPL-1.2
// The JSON-LD contexts our credentials use, kept here word for word so that nothing is ever fetched. Their digests are
// pinned in domain/credential/contexts.ts. See README.md in this folder for where each comes from.
import credentialsV2 from './credentials-v2.json' with { type: 'json' }
import openBadges from './open-badges-3.0.3.json' with { type: 'json' }

/** Every context by its address, as `hashData`, `addProof` and a holder's bundle want them. */
export const contexts = {
  'https://www.w3.org/ns/credentials/v2': credentialsV2,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': openBadges,
} as Record<string, { [key: string]: unknown }>
