// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { AbiCoder, keccak256 } from 'ethers'
import { p256 } from '@noble/curves/nist.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPasskey, passkeyNamed } from '#contracts/scripts/passkey.ts'
import { challengeOf, challengeText, deliberationNameOf, FIRST_ROUND, memberOf, pointOf, toHex, toMemberSignature } from '#domain/anchoring/index.ts'
import type { AssertionFault, JuryLedger, PasskeyAnswer, Statement } from '#domain/anchoring/index.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex)
const account = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytes => toHex(bytes))
const place = fc.record({ chainId: fc.integer({ min: 1, max: 2 ** 40 }), contract: account })
const abi = AbiCoder.defaultAbiCoder()
const encoded = (types: string[], values: unknown[]) => keccak256(abi.encode(types, values))

const LEDGER: JuryLedger = { chainId: 31_337, contract: `0x${'ab'.repeat(20)}` }
const STATEMENT: Statement = { deliberation: `0x${'1'.repeat(64)}`, results: `0x${'2'.repeat(64)}`, root: `0x${'3'.repeat(64)}` }
const CHALLENGE = challengeOf(LEDGER, STATEMENT)
const passkey = newPasskey()
const pack = (answer: PasskeyAnswer, statement = STATEMENT) => toMemberSignature(LEDGER, statement, passkey.point, answer)
const faultOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('It was accepted.')
}
const refusal = (fault: AssertionFault) => expect.objectContaining({ code: 'ERR_ASSERTION_INVALID', values: { fault } })

describe('the words of a jury on a ledger', () => {
  it('are encoded as ethers encodes them: the challenge', () => {
    fc.assert(fc.property(place, bytes32, bytes32, bytes32, (ledger, deliberation, results, root) => {
      expect(challengeOf(ledger, { deliberation, results, root })).toBe(encoded(
        ['uint256', 'address', 'bytes32', 'bytes32', 'bytes32'], [ledger.chainId, ledger.contract, deliberation, results, root]))
    }))
  })

  it('are encoded as ethers encodes them: the name of a deliberation, and of a member', () => {
    const content = fc.record({
      issuer: account, session: bytes32, results: bytes32, members: fc.array(bytes32, { maxLength: 9 }),
      quorum: fc.integer({ min: 1, max: 64 }), previous: fc.oneof(bytes32, fc.constant(FIRST_ROUND)),
    })
    fc.assert(fc.property(place, content, (ledger, it) => {
      expect(deliberationNameOf(ledger, it)).toBe(encoded(
        ['uint256', 'address', 'address', 'bytes32', 'bytes32', 'bytes32[]', 'uint8', 'bytes32'],
        [ledger.chainId, ledger.contract, it.issuer, it.session, it.results, it.members, it.quorum, it.previous]))
    }))
    fc.assert(fc.property(bytes32, bytes32, (x, y) => {
      expect(memberOf({ x, y })).toBe(encoded(['bytes32', 'bytes32'], [x, y]))
    }))
  })
})

describe('a passkey’s answer, packed for the contract', () => {
  it('points at the challenge and the type, in bytes, and keeps what was signed', () => {
    const answer = passkey.answer(CHALLENGE)
    const { assertion, ...said } = pack(answer)
    expect(said).toEqual({ ...STATEMENT, ...passkey.point })
    const client = Buffer.from(assertion.clientDataJSON)
    expect(client.equals(answer.clientDataJSON)).toBe(true)
    expect(client.subarray(assertion.challengeIndex).toString().startsWith(`"challenge":"${challengeText(CHALLENGE)}"`)).toBe(true)
    expect(client.subarray(assertion.typeIndex).toString().startsWith('"type":"webauthn.get"')).toBe(true)
    expect(challengeText(CHALLENGE)).toBe(Buffer.from(CHALLENGE.slice(2), 'hex').toString('base64url'))
  })

  it('finds the bytes also behind letters of several bytes', () => {
    const client = `{"who":"é–𝄞","challenge":"${challengeText(CHALLENGE)}","type":"webauthn.get"}`
    const { challengeIndex, typeIndex } = pack({ ...passkey.answer(CHALLENGE), clientDataJSON: Buffer.from(client) }).assertion
    expect(Buffer.from(client).indexOf('"challenge"')).toBe(challengeIndex)
    expect(Buffer.from(client).indexOf('"type"')).toBe(typeIndex)
  })

  it('has the lower s, and is the same signature to an outside judge', () => {
    for (let n = 0; n < 40; n++) {
      const answer = passkey.answer(CHALLENGE)
      const { r, s } = pack(answer).assertion
      const ours = new p256.Signature(BigInt(r), BigInt(s))
      const theirs = p256.Signature.fromBytes(answer.signature, 'der')
      expect(ours.r).toBe(theirs.r)
      expect(ours.hasHighS()).toBe(false)
      expect([theirs.s, p256.Point.Fn.ORDER - theirs.s]).toContain(ours.s)
    }
  })

  it('reads the point of a key as OpenSSL and noble do', () => {
    const { x, y } = passkeyNamed('Anne').point
    const jwk = { kty: 'EC', crv: 'P-256', x: Buffer.from(x.slice(2), 'hex').toString('base64url'), y: Buffer.from(y.slice(2), 'hex').toString('base64url') }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    expect(pointOf(key.export({ type: 'spki', format: 'der' }))).toEqual({ x, y })
    const { authenticatorData, clientDataJSON, signature } = passkeyNamed('Anne').answer(CHALLENGE)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()])
    expect(verify('sha256', signed, key, signature)).toBe(true)
  })
})

describe('a passkey’s answer that cannot count', () => {
  const good = passkey.answer(CHALLENGE)
  const withFlags = (flags: number) => passkey.answer(CHALLENGE, { flags })
  const cut = good.signature.subarray(0, -1)
  const integer = (hex: string) => `02${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`
  const der = (r: string, s: string) => {
    const body = integer(r) + integer(s)
    return Buffer.from(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`, 'hex')
  }
  const order = '00ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'
  const bad: [string, PasskeyAnswer, AssertionFault][] = [
    ['short authenticator data', { ...good, authenticatorData: good.authenticatorData.subarray(0, 36) }, 'authenticator-data-short'],
    ['nobody present', withFlags(0x04), 'person-absent'],
    ['a person not verified', withFlags(0x01), 'person-not-verified'],
    ['the creation of a key', passkey.answer(CHALLENGE, { type: 'webauthn.create' }), 'not-an-assertion'],
    ['another challenge', passkey.answer(`0x${'4'.repeat(64)}`), 'challenge-differs'],
    ['client data that is no text', { ...good, clientDataJSON: Uint8Array.of(0xff, 0xfe) }, 'client-data-not-text'],
    ['a signature cut short', { ...good, signature: cut }, 'signature-not-der'],
    ['a signature with something behind it', { ...good, signature: Buffer.concat([good.signature, Buffer.of(0)]) }, 'signature-not-der'],
    ['a signature of 64 bytes, not DER', { ...good, signature: new Uint8Array(64).fill(7) }, 'signature-not-der'],
    ['no signature', { ...good, signature: new Uint8Array() }, 'signature-not-der'],
    ['r zero', { ...good, signature: der('00', '01') }, 'signature-out-of-range'],
    ['s at the order of the curve', { ...good, signature: der('01', order) }, 'signature-out-of-range'],
    ['a negative r', { ...good, signature: der('80', '01') }, 'signature-out-of-range'],
  ]
  for (const [name, answer, fault] of bad) {
    it(`refuses ${name}: ${fault}`, () => { expect(faultOf(() => pack(answer))).toEqual(refusal(fault)) })
  }

  it('refuses an answer given for another statement: challenge-differs', () => {
    for (const member of ['deliberation', 'results', 'root'] as const) {
      expect(faultOf(() => pack(good, { ...STATEMENT, [member]: `0x${'5'.repeat(64)}` }))).toEqual(refusal('challenge-differs'))
    }
  })

  it('refuses a key of another curve or another length: key-not-p256', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey.export({ type: 'spki', format: 'der' })
    const own = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' })
    for (const spki of [other, own.subarray(1), own.subarray(0, -1), new Uint8Array()]) {
      expect(faultOf(() => pointOf(spki))).toEqual(refusal('key-not-p256'))
    }
    expect(faultOf(() => toMemberSignature(LEDGER, STATEMENT, { ...passkey.point, x: '0x12' }, good))).toEqual(refusal('key-not-p256'))
  })

  it('refuses any bytes in the place of a signature without breaking', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), signature => {
      expect(faultOf(() => pack({ ...good, signature }))).toEqual(expect.objectContaining({ code: 'ERR_ASSERTION_INVALID' }))
    }))
  })
})
