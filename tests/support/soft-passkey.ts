// SPDX-License-Identifier: EUPL-1.2
// A passkey without a browser: what an authenticator and a browser make of a service's options (WebAuthn level 3, sections
// 6.5.4 and 5.1), by Node's own cryptography.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Creation = { challenge: string; rp: { id: string } }
type Request = { challenge: string; rpId: string }
const [PRESENT, VERIFIED, HAS_KEY] = [0x01, 0x04, 0x40]
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

export type SoftPasskey = ReturnType<typeof softPasskey>

/** A new key on a device that belongs to nobody yet; `verifies` false when it never asks who is there. */
export function softPasskey(origin: string, { verifies = true }: { verifies?: boolean } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const flags = PRESENT | (verifies ? VERIFIED : 0)
  let count = 0
  const data = (rpId: string, bits: number, more: Uint8Array = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count += 1)
    return Buffer.concat([sha256(rpId), Buffer.from([bits]), counter, more])
  }
  const client = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const shell = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
  return {
    create({ challenge, rp }: Creation) {
      const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
      const authData = data(rp.id, flags | HAS_KEY, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]))
      // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR (RFC 8949).
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'), Buffer.from([0x58, authData.length]), authData,
      ])
      return { ...shell, response: { clientDataJSON: text(client('webauthn.create', challenge)), attestationObject: text(attestation), transports: ['internal'] } }
    },
    sign({ challenge, rpId }: Request) {
      const [authenticatorData, clientDataJSON] = [data(rpId, flags), client('webauthn.get', challenge)]
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), privateKey)
      return { ...shell, response: { authenticatorData: text(authenticatorData), clientDataJSON: text(clientDataJSON), signature: text(signature) } }
    },
  }
}
