// SPDX-License-Identifier: EUPL-1.2
// The JSON-LD contexts that documents of others use, kept word for word so that /vc-api fetches nothing. Their digests
// are pinned in domain/credential/outside-contexts.ts. See ../README.md for where each comes from.
import { contexts } from '../index.ts'
import bitstringStatusList from './bitstring-status-list-v1.json' with { type: 'json' }
import credentialsV1 from './credentials-v1.json' with { type: 'json' }
import dataIntegrityV1 from './data-integrity-v1.json' with { type: 'json' }
import dataIntegrityV2 from './data-integrity-v2.json' with { type: 'json' }
import ed25519 from './ed25519-2020-v1.json' with { type: 'json' }
import examplesV1 from './examples-v1.json' with { type: 'json' }
import examplesV2 from './examples-v2.json' with { type: 'json' }
import multikey from './multikey-v1.json' with { type: 'json' }
import odrl from './odrl.json' with { type: 'json' }
import statusList2021 from './status-list-2021-v1.json' with { type: 'json' }
import undefinedTerms from './undefined-terms-v2.json' with { type: 'json' }

/** Our own contexts and those of others, by address. */
export const knownContexts = {
  ...contexts,
  'https://www.w3.org/2018/credentials/v1': credentialsV1,
  'https://www.w3.org/2018/credentials/examples/v1': examplesV1,
  'https://www.w3.org/ns/credentials/examples/v2': examplesV2,
  'https://www.w3.org/ns/credentials/undefined-terms/v2': undefinedTerms,
  'https://www.w3.org/ns/credentials/status/v1': bitstringStatusList,
  'https://w3id.org/vc/status-list/2021/v1': statusList2021,
  'https://w3id.org/security/data-integrity/v1': dataIntegrityV1,
  'https://w3id.org/security/data-integrity/v2': dataIntegrityV2,
  'https://w3id.org/security/multikey/v1': multikey,
  'https://w3id.org/security/suites/ed25519-2020/v1': ed25519,
  'https://www.w3.org/ns/odrl.jsonld': odrl,
} as Record<string, { [key: string]: unknown }>
