// SPDX-License-Identifier: EUPL-1.2
import type { Kysely } from 'kysely'
import type { FormStore } from '#service/use-cases/issuing/forms-ports.ts'
import type { IssuingTables } from './tables.ts'

/** The other forms of credentials that were asked for, each made once. */
export function tableForms(db: Kysely<IssuingTables>): FormStore {
  const kept = async (credential: string, form: string) => {
    const row = await db.selectFrom('credential_forms').select('signed').where('credential', '=', credential).where('form', '=', form).executeTakeFirst()
    return row?.signed ?? null
  }
  return {
    kept,
    async keep(credential, form, signed) {
      await db.insertInto('credential_forms').values({ credential, form, signed }).onConflict(clash => clash.doNothing()).execute()
      return (await kept(credential, form)) ?? signed
    },
  }
}
