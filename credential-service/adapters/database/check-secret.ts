// SPDX-License-Identifier: EUPL-1.2
import type { Secrets } from '../../secrets.ts'
import { StartError } from '../../words.ts'
import type { Database } from './database.ts'

const NAME = 'secret-check'

/**
 * Sees, before anything is opened with it, that the secret is the one this database was begun with.
 * @throws StartError when it is another
 */
export async function checkSecret({ db }: Database, secrets: Secrets): Promise<void> {
  await db.insertInto('service_keys').values({ name: NAME, sealed: secrets.seal('provider-keys', NAME) })
    .onConflict((at) => at.column('name').doNothing()).execute()
  const { sealed } = await db.selectFrom('service_keys').select('sealed').where('name', '=', NAME).executeTakeFirstOrThrow()
  try {
    secrets.unseal('provider-keys', sealed)
  } catch (cause) {
    throw new StartError({
      fr: "SECRET_KEY (ou DATA_DIR/secret.key) n'est pas le secret de cette base de données : ses clés ne s'ouvriraient pas. Rien n'a été effacé.",
      en: 'SECRET_KEY (or DATA_DIR/secret.key) is not the secret of this database: its keys would not open. Nothing was erased.',
    }, cause)
  }
}
