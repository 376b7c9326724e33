// SPDX-License-Identifier: EUPL-1.2
import { readDidKey, readMultikey } from '#domain/credential/data-integrity/index.ts'
import type { Method } from '#domain/credential/data-integrity/index.ts'
import { assertionKeyOf } from '#domain/credential/index.ts'
import type { VcApiNeeds } from './ports.ts'

/** Finds a key without leaving this service: `did:key` says it itself, the DID document of one of our issuers holds it. */
export const resolveMethod = ({ issuerDocument }: Pick<VcApiNeeds, 'issuerDocument'>) => async (address: string): Promise<Method | null> => {
  if (address.startsWith('did:key:')) return readDidKey(address)
  const [controller = ''] = address.split('#')
  const document = await issuerDocument(controller)
  const multikey = document && assertionKeyOf(document, address)
  const key = multikey ? readMultikey(multikey) : null
  return key && { key, controller, purposes: ['assertionMethod'] }
}
