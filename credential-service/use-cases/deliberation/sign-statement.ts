// SPDX-License-Identifier: EUPL-1.2
import { challengeOf, challengeText, REFUSAL, toMemberSignature } from '#domain/anchoring/index.ts'
import type { JuryLedger, Statement } from '#domain/anchoring/index.ts'
import { ServiceError } from '../errors.ts'
import { digestNow } from './open-deliberation.ts'
import type { Deliberation, DeliberationNeeds, Passkey, PasskeyJson, Place, Vote } from './ports.ts'
import { placeOf } from './read-deliberations.ts'

/** What a place is asked to sign, and with which passkey; null in the place of what it cannot sign now. */
export type Asked = Record<Vote, object | null>

/** What the browser needs to have the member's passkey sign the decision, and the refusal. */
export const askSignature = (needs: DeliberationNeeds) => async (person: { id: string }, id: string): Promise<Asked> => {
  const { deliberation, place } = await sitting(needs, person, id)
  if (deliberation.state !== 'open' || deliberation.name === null || place.vote !== null) return { decided: null, refused: null }
  const ledger = await ledgerOf(needs)
  const ask = (vote: Vote) => needs.authenticators.request(place.credential, challengeText(challengeOf(ledger, statementOf(deliberation, vote))))
  return { decided: deliberation.root === null ? null : ask('decided'), refused: ask('refused') }
}

/**
 * Keeps a member's signature of the decision or of the refusal. Everything is checked here before it is kept, and again
 * by the contract.
 * Refuses ERR_DELIBERATION_UNKNOWN (also to who does not sit), ERR_DELIBERATION_NOT_OPEN, ERR_DELIBERATION_SIGNED,
 * ERR_DELIBERATION_NO_DIPLOMAS, ERR_DELIBERATION_RESULTS_CHANGED and ERR_ASSERTION_INVALID.
 */
export const signStatement = (needs: DeliberationNeeds) =>
  async (person: { id: string }, id: string, vote: Vote, answer: PasskeyJson): Promise<void> => {
    const { store, edge } = needs
    const { deliberation, place } = await sitting(needs, person, id)
    if (deliberation.state !== 'open') throw new ServiceError('ERR_DELIBERATION_NOT_OPEN', { state: deliberation.state })
    if (place.vote !== null) throw new ServiceError('ERR_DELIBERATION_SIGNED')
    if (vote === 'decided') await checkUnchanged(needs, deliberation)
    const statement = statementOf(deliberation, vote)
    const passkey = await store.passkeyNamed(place.member)
    if (!passkey) throw new ServiceError('ERR_PASSKEY_MISSING')
    const signed = await checked(needs, statement, passkey, answer)
    const kept = await store.sign(id, { member: place.member, root: statement.root, ...signed, signedAt: edge.now() })
    if (!kept) throw new ServiceError('ERR_DELIBERATION_SIGNED')
  }

/** What a vote of a deliberation says. Refuses ERR_DELIBERATION_NO_DIPLOMAS. */
export function statementOf({ id, name, resultsDigest, root, state }: Deliberation, vote: Vote): Statement {
  if (name === null) throw new ServiceError('ERR_DELIBERATION_NOT_OPEN', { state })
  if (vote === 'refused') return { deliberation: name, results: resultsDigest, root: REFUSAL }
  if (root === null) throw new ServiceError('ERR_DELIBERATION_NO_DIPLOMAS', { deliberation: id })
  return { deliberation: name, results: resultsDigest, root }
}

export async function ledgerOf({ place }: Pick<DeliberationNeeds, 'place'>): Promise<JuryLedger> {
  const found = await place()
  if (!found) throw new ServiceError('ERR_NOT_READY')
  return { chainId: found.chainId, contract: found.contract }
}

/** A member's answer as the contract takes it, from what was kept of it. */
export const answerOf = ({ authenticatorData, clientData, signature }: { authenticatorData: string; clientData: string; signature: string }) => ({
  authenticatorData: bytesOf(authenticatorData), clientDataJSON: bytesOf(clientData), signature: bytesOf(signature),
})

const bytesOf = (base64url: string) => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

async function checked(needs: DeliberationNeeds, statement: Statement, passkey: Passkey, answer: PasskeyJson) {
  const ledger = await ledgerOf(needs)
  const text = (name: string) => String(answer.response[name] ?? '')
  const signed = { authenticatorData: text('authenticatorData'), clientData: text('clientDataJSON'), signature: text('signature') }
  // First what has a name of its own: another deliberation's challenge, a person who was not verified.
  toMemberSignature(ledger, statement, passkey.point, answerOf(signed))
  const { signCount } = await needs.authenticators.checkAnswer(answer, challengeText(challengeOf(ledger, statement)), passkey)
  await needs.store.keepSignCount(passkey.member, signCount)
  return signed
}

async function checkUnchanged(needs: DeliberationNeeds, deliberation: Deliberation): Promise<void> {
  const now = await digestNow(needs, deliberation.results)
  if (now !== deliberation.digest) throw new ServiceError('ERR_DELIBERATION_RESULTS_CHANGED', { opened: deliberation.digest, now: now ?? '' })
}

async function sitting({ store }: DeliberationNeeds, person: { id: string }, id: string): Promise<{ deliberation: Deliberation; place: Place }> {
  const deliberation = await store.deliberation(id)
  const place = deliberation && placeOf(deliberation, person.id)
  if (!deliberation || !place || place.replacedBy !== null) throw new ServiceError('ERR_DELIBERATION_UNKNOWN', { deliberation: id })
  return { deliberation, place }
}
