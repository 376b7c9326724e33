// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import type { MakeSdJwt } from '#service/use-cases/issuing/forms-ports.ts'

const hasher = (data: string | ArrayBuffer, algorithm: string) => {
  if (algorithm.toLowerCase() !== 'sha-256') throw new TypeError(`Another hash than SHA-256: ${algorithm}`)
  return createHash('sha256').update(typeof data === 'string' ? data : new Uint8Array(data)).digest()
}

// RFC 9901 §9.3: at least 128 bits of chance in each salt.
const saltGenerator = (length: number) => randomBytes(Math.max(length, 16)).toString('base64url')

/** SD-JWT VC (`dc+sd-jwt`, ES256), by the library of the OpenWallet Foundation. */
export const makeSdJwt: MakeSdJwt = async ({ claims, frame }, kid, sign) => {
  const maker = new SDJwtVcInstance({
    signer: async (input: string) => Buffer.from(await sign(Buffer.from(input))).toString('base64url'),
    signAlg: 'ES256', hasher, hashAlg: 'sha-256', saltGenerator,
  })
  // The library's type of a frame cannot be had from claims whose names are not known to the compiler.
  return maker.issue(claims, frame as never, { header: { kid } })
}
