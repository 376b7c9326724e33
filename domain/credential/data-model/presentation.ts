// SPDX-License-Identifier: EUPL-1.2
import { isJsonObject } from '../json.ts'
import type { JsonObject } from '../json.ts'
import { contextFaults } from './contexts.ts'
import { credentialFaults } from './credential.ts'
import type { Known } from './credential.ts'
import { envelopeFaults, isEnvelope } from './envelope.ts'
import { fault, unless } from './fault.ts'
import type { Fault } from './fault.ts'
import { holderFaults, idFaults } from './people.ts'
import { proofFaults } from './proofs.ts'
import { sizeFaults } from './size.ts'
import { typeFaults } from './types.ts'
import { each, idOf } from './values.ts'
import { valueObjectFaults } from './words.ts'

/** Everything a presentation breaks of the data model (VC Data Model 2.0 §4.13), and what the credentials in it break. */
export function presentationFaults(document: unknown, known: Known, signed: boolean): Fault[] {
  if (!isJsonObject(document)) return [fault('object', '')]
  const tooLarge = sizeFaults(document)
  if (tooLarge.length > 0) return tooLarge
  return [
    ...contextFaults(document, known.isContext),
    ...idFaults(document),
    ...typeFaults(document.type, 'VerifiablePresentation'),
    ...holderFaults(document),
    ...valueObjectFaults({ ...document, verifiableCredential: undefined }),
    ...each(document.verifiableCredential, '/verifiableCredential').flatMap(({ value, at }) => presented(value, at, document, known, signed)),
    ...(signed ? proofFaults(document, known.isSuite) : []),
  ]
}

function presented(credential: unknown, at: string, presentation: JsonObject, known: Known, signed: boolean): Fault[] {
  if (!isJsonObject(credential)) return [fault('presented-object', at)]
  if (isEnvelope(credential, 'EnvelopedVerifiableCredential')) return envelopeFaults(credential, 'EnvelopedVerifiableCredential', at)
  const secured = Object.hasOwn(credential, 'proof')
  const faults = credentialFaults(credential, known, secured).map(({ rule, at: place }) => fault(rule, at + place))
  if (secured) return faults
  // Without a proof of its own it can only be the holder's own word, under the proof of the presentation.
  const holder = idOf(presentation.holder)
  return [...faults, ...unless(signed && holder !== null && holder === idOf(credential.issuer), 'presented-unsecured', at)]
}
