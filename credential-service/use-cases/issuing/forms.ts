// SPDX-License-Identifier: EUPL-1.2
import { canonicalJson } from '#domain/canonical.ts'
import { withProof } from '#domain/credential/data-integrity/index.ts'
import { diplomaPointersTo, formedType, mandatoryPointersOf, pointersTo, toElm, toSdJwt, typeMetadata, withoutProof } from '#domain/credential/forms/index.ts'
import type { Chosen, ChosenOfDiploma, CredentialForm, FormedType } from '#domain/credential/forms/index.ts'
import { canonicalQuads, formsKeyOf } from '#domain/credential/index.ts'
import type { JsonObject } from '#domain/credential/index.ts'
import { ServiceError } from '../errors.ts'
import { instant } from './issue-credentials.ts'
import type { FormsNeeds, HeldText } from './forms-ports.ts'
import type { IssuingNeeds } from './ports.ts'

type SignedForm = Exclude<CredentialForm, 'elm'>
type Key = { did: string; address: string; sign(data: Uint8Array): Promise<Uint8Array> }

/** A type of our SD-JWT VCs: an address of ours, where its meaning is served. */
export const vctOf = (origin: string, type: FormedType) => `${origin}/api/credential-types/${type}`

/** What a type of our SD-JWT VCs means. */
export const readTypeMetadata = ({ origin }: Pick<FormsNeeds, 'origin'>) => (type: FormedType) => typeMetadata(vctOf(origin, type), type)

/**
 * A credential in another form: made, signed and kept when its holder first asks; the same bytes each time after.
 * Refuses ERR_CREDENTIAL_UNKNOWN (none, or someone else's), ERR_CREDENTIAL_NOT_READY (not settled on the ledger) and
 * ERR_FORM_UNAVAILABLE (the issuer has no key for this form).
 */
export const readForm = (needs: FormsNeeds) => async (learner: string, id: string, form: CredentialForm): Promise<string> => {
  const { issuer, credential } = await needs.held(learner, id)
  if (form === 'elm') return canonicalJson(toElm(credential))
  return (await needs.forms.kept(id, form)) ?? needs.forms.keep(id, form, await make[form](needs, credential, await keyOf(needs, issuer, form)))
}

/**
 * What its holder chose to show of a credential: derived from the ecdsa-sd-2023 form, to be given to a verifier.
 * Refuses as `readForm` does, and ERR_REQUEST_INVALID for a competence that the credential does not have.
 */
export const showChosen = (needs: FormsNeeds) => async (learner: string, id: string, chosen: Chosen): Promise<JsonObject> => {
  const { proof, ...credential } = JSON.parse(await readForm(needs)(learner, id, 'ecdsa-sd-2023')) as JsonObject
  const pointers = pointersTo(credential, chosen)
  if ('unknown' in pointers) throw new ServiceError('ERR_REQUEST_INVALID', { at: 'body/competences' })
  return needs.makers.derive(credential, proof as JsonObject, pointers)
}

/** What a holder chose to show of a diploma. Refuses as `readForm` does. */
export const showChosenOfDiploma = (needs: FormsNeeds) => async (person: string, id: string, chosen: ChosenOfDiploma): Promise<JsonObject> => {
  const { proof, ...credential } = JSON.parse(await readForm(needs)(person, id, 'ecdsa-sd-2023')) as JsonObject
  return needs.makers.derive(credential, proof as JsonObject, diplomaPointersTo(credential, chosen))
}

/** The competence credentials of a learner, as their other forms are made from them. */
export const heldCompetences = ({ store }: Pick<IssuingNeeds, 'store'>): HeldText => async (learner, id) => {
  const kept = await store.kept(id)
  if (!kept || kept.learner !== learner) throw new ServiceError('ERR_CREDENTIAL_UNKNOWN', { credential: id })
  if (kept.signed === null || !kept.batch?.confirmedAt) throw new ServiceError('ERR_CREDENTIAL_NOT_READY', { credential: id })
  return { issuer: kept.issuer, credential: JSON.parse(kept.signed) as JsonObject }
}

async function keyOf({ issuers, agent }: FormsNeeds, did: string, form: SignedForm): Promise<Key> {
  const issuer = await issuers.issuerNamed(did)
  const key = issuer && formsKeyOf(issuer.document)
  if (!key) throw new ServiceError('ERR_FORM_UNAVAILABLE', { form })
  return { did, address: key.address, sign: data => agent.signForm(key.multikey, data) }
}

const make: Record<SignedForm, (needs: FormsNeeds, credential: JsonObject, key: Key) => Promise<string>> = {
  'sd-jwt-vc': ({ origin, edge, makers }, credential, key) => {
    const iat = Math.floor(edge.now().getTime() / 1000)
    return makers.makeSdJwt(toSdJwt(credential, { vct: vctOf(origin, formedType(credential)), iat }), key.address, key.sign)
  },
  'ecdsa-sd-2023': async ({ edge, contexts, makers }, credential, { did, address, sign }) => {
    const wanted = { cryptosuite: 'ecdsa-sd-2023', created: instant(edge.now()), proofPurpose: 'assertionMethod', mandatoryPointers: mandatoryPointersOf(credential) } as const
    const signer = { kind: 'P-256', did, verificationMethod: address, sign } as const
    return canonicalJson(await withProof(withoutProof(credential), wanted, signer, {
      canonicalise: (document, how) => canonicalQuads(document, contexts, how), makeBaseProof: makers.makeBaseProof,
    }))
  },
}
