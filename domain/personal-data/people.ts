// SPDX-License-Identifier: EUPL-1.2
import { field, signIn } from './field.ts'
import type { PersonalFields } from './field.ts'

const SCHOOLING = 'end of schooling + 1 year'
const SESSION = '12 hours'

const person = (purpose: string) => field(purpose, SCHOOLING)

/** Who signs in, and how the service knows them again. */
export const ofPeople: PersonalFields = {
  'people.id': person('tells people apart inside the service; means nothing outside'),
  'people.issuer': person('which provider vouches for the person'),
  'people.subject': person('recognises the person at the next sign-in'),
  'people.display_name': person('shown to the person, and to their teachers'),
  'people.roles': person('decides what the person may do'),
  'people.school': person('links to the school whose teachers may see the results'),
  'people.academy': person('links an officer of an academy to the schools whose credentials they may govern'),
  'people.created_at': person('start of the retention period'),
  'browser_sessions.person': signIn('keeps a browser signed in', SESSION),
  'browser_sessions.token_digest': signIn('recognises the browser, without holding its token', SESSION),
  'browser_sessions.expires_at': signIn('ends the session', SESSION),
  'provider_documents.payload': signIn('state of the embedded provider; demonstration people only', '15 minutes'),
}
