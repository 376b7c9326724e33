// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { Secrets } from '../../secrets.ts'
import type { Database } from '../database/index.ts'

const NAME = 'embedded-provider'

/** The provider's signing keys (JWK set, RFC 7517): made once, kept sealed in the database. */
export async function providerKeys({ db }: Database, secrets: Secrets): Promise<{ keys: object[] }> {
  const kept = () => db.selectFrom('service_keys').select('sealed').where('name', '=', NAME).executeTakeFirst()
  if (!await kept()) {
    const sealed = secrets.seal('provider-keys', JSON.stringify(freshKeys()))
    // Two replicas may make keys at once: the first to write wins, both read the same.
    await db.insertInto('service_keys').values({ name: NAME, sealed })
      .onConflict((at) => at.column('name').doNothing()).execute()
  }
  const { sealed } = await db.selectFrom('service_keys').select('sealed').where('name', '=', NAME)
    .executeTakeFirstOrThrow()
  return JSON.parse(secrets.unseal('provider-keys', sealed)) as { keys: object[] }
}

function freshKeys() {
  // RS256 is the one algorithm that every OpenID client knows (OpenID Connect Core 1.0, section 15.1).
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' }] }
}
