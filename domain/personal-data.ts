// SPDX-License-Identifier: EUPL-1.2
/**
 * The register of processing, as data (GDPR, article 30): every stored field that says something of a person, why it is
 * kept, on what legal basis, for how long. A field of the database that is in neither list below fails a test
 * (tests/service/foundation/personal-data.test.ts).
 */
export type LegalBasis = 'public-task' | 'legitimate-interest'
export type PersonalField = { purpose: string; legalBasis: LegalBasis; retention: string }

const field = (purpose: string, retention: string, legalBasis: LegalBasis = 'public-task'): PersonalField =>
  ({ purpose, legalBasis, retention })

const SCHOOLING = 'end of schooling + 1 year'
const SESSION = '12 hours'

const person = (purpose: string) => field(purpose, SCHOOLING)
const evidence = (purpose: string) => field(purpose, 'end of the school year + 1 year (time to appeal)')
const record = (purpose: string) => field(purpose, '50 years (proof of a qualification), or erased when its holder asks')
const results = (purpose: string) => field(purpose, '5 years after the session (time to appeal and to issue late), or erased when the file is discarded')
const signIn = (purpose: string, retention: string) => field(purpose, retention, 'legitimate-interest')

/** `table.column` → why and for how long. Legal basis: article 6.1 e (public task of teaching) or 6.1 f. */
export const personalData: Readonly<Record<string, PersonalField>> = {
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

  'teaching_sessions.teacher': evidence('who opened the session and vouches for it'),
  'attempts.id': evidence('names the attempt'),
  'attempts.person': evidence('whose attempt it is'),
  'attempts.school': evidence('whose teachers may see it'),
  'attempts.session': evidence('the supervised session it was made in'),
  'attempts.nonce': evidence('makes the recording usable once'),
  'attempts.status': evidence('how far it is: open, assessed, validated, refused'),
  'attempts.acquired': evidence('the result in one word'),
  'attempts.started_at': evidence('when it began'),
  'attempts.finished_at': evidence('when it ended'),
  'chunks.attempt': evidence('which attempt it belongs to'),
  'chunks.actions': evidence('what was done, to be replayed and explained'),
  'chunks.received_at': evidence('dates what was done, so that it cannot be taken back'),
  'criterion_results.attempt': evidence('which attempt it judges'),
  'criterion_results.result': evidence('whether the criterion is met'),
  'criterion_results.eliminates': evidence('whether this result fails the attempt'),
  'criterion_results.detail': evidence('the reason, and the moment it speaks of'),
  'competence_results.attempt': evidence('which attempt it judges'),
  'competence_results.result': evidence('whether the competence is acquired'),
  'competence_results.detail': evidence('the criteria it rests on'),
  'decisions.attempt': evidence('which attempt was decided on'),
  'decisions.decision': evidence("the teacher's decision"),
  'decisions.reason': evidence('why it was refused, from a closed list'),
  'decisions.decided_at': evidence('when it was decided'),
  'decisions.decided_by': evidence('the teacher who answers for it'),
  'issuing_orders.attempt': record('the result that the credential states'),
  'issuing_orders.learner': record('to whom the credential is issued'),
  'issuing_orders.school': record('which school issues it'),
  'issuing_orders.results': record('what the credential states'),
  'issuing_orders.evidence_digest': record('ties the credential to what was done'),
  'issuing_orders.assurance': record('how the attempt was surrounded'),
  'issuing_orders.finished_at': record('date of the result'),
  'issuing_orders.decided_at': record('date of the decision'),
  'issuing_orders.supersedes': record('the credential that it replaces'),
  'issuing_orders.decided_by': record('the teacher who answers for the decision'),

  'credentials.record_key': record('the result that it was made from'),
  'credentials.id': record('names the credential in its own text and in the wallet'),
  'credentials.learner': record('whose wallet it is in'),
  'credentials.school': record('shown in the wallet'),
  'credentials.signed': record('the credential itself, for its holder to download'),
  'credentials.digest': record('finds the credential when its holder shows it'),
  'credentials.leaf': record('its place in the anchored batch; says nothing without the salt'),
  'credentials.salt_sealed': record('without it the leaf says nothing; erased with the credential'),
  'credentials.status_list': record('where its status is'),
  'credentials.status_position': record('where its status is'),
  'credentials.issued_at': record('date of issue'),
  'credential_forms.credential': record('which credential it is another form of'),
  'credential_forms.signed': record('the credential in another form, for its holder to download'),
  'credential_forms.made_at': record('when its holder first asked for this form'),
  'credentials.problem': record('why it could not be made'),
  'diplomas.record_key': record('the line of the jury’s results that it was made from'),
  'diplomas.id': record('names the diploma in its own text'),
  'diplomas.texts': record('what the diploma says: names, birth date and place, school, title, speciality, mention'),
  'diplomas.signature': record('the academy’s signature under what it says'),
  'diplomas.digest': record('proves that the text is the one that was signed'),
  'diplomas.leaf': record('its place in the anchored batch; says nothing without the salt'),
  'diplomas.salt': record('without it the leaf says nothing; erased with the diploma'),
  'status_indexes.record_key': record('which credential the place is given to'),
  'status_indexes.state': record('whether the credential is valid, suspended or revoked'),
  'status_indexes.changed_at': record('since when'),
  'status_acts.id': record('names the act'),
  'status_acts.record_key': record('which credential it is about'),
  'status_acts.act': record('what was done to it'),
  'status_acts.reason': record('why, from a closed list'),
  'status_acts.proposed_by': record('the first of two persons who answer for it'),
  'status_acts.proposed_at': record('when it was proposed'),
  'status_acts.decision': record('whether it was confirmed or set aside'),
  'status_acts.decided_by': record('the second person who answers for it'),
  'status_acts.decided_at': record('when it was decided'),

  'result_sessions.opened_by': results('the officer who answers for the session'),
  'result_sessions.salt_sealed': results('without it the digest a jury signs says nothing of a short list'),
  'result_files.uploaded_by': results('the officer who imported the file'),
  'result_files.uploaded_at': results('when it was imported'),
  'result_files.confirmed_by': results('the officer who answers for the file'),
  'result_files.confirmed_at': results('when it was confirmed'),
  'result_lines.match': results('tells that two lines speak of one person; a keyed hash of the INE, the diploma and the session'),
  'result_lines.decision': results('what the jury decided'),
  'result_lines.sealed': results('names, birth, school, diploma and marks, sealed: what the diploma is made from'),
  'result_lines.digest': results('ties the line to what the jury signs'),
}

/** Fields that say nothing of anyone, by table. */
export const notPersonal: Readonly<Record<string, readonly string[]>> = {
  schema_migrations: ['name', 'digest', 'applied_at'],
  schools: ['id', 'slug', 'name', 'uai', 'academy', 'kind'],
  sign_ins: ['state_digest', 'browser_digest', 'nonce', 'code_verifier', 'return_to', 'expires_at'],
  provider_documents: ['model', 'id', 'grant_id', 'uid', 'expires_at'],
  service_keys: ['name', 'sealed'],
  scenario_versions: ['digest', 'id', 'text', 'kept_at'],
  teaching_sessions: ['id', 'code', 'scenario', 'school', 'opened_at', 'closed_at'],
  attempts: ['scenario', 'scenario_digest', 'seed', 'mode', 'assurance'],
  chunks: ['sequence', 'previous', 'digest'],
  credential_forms: ['form'],
  criterion_results: ['position', 'criterion', 'eliminatory'],
  competence_results: ['position', 'competence'],
  issuing_orders: ['scenario', 'scenario_digest'],
  agent_keys: ['kid', 'kms', 'type', 'public_key_hex', 'meta', 'created_at'],
  agent_private_keys: ['alias', 'type', 'sealed', 'created_at'],
  agent_identifiers: ['did', 'provider', 'alias', 'controller_key_id', 'services', 'created_at'],
  agent_identifier_keys: ['did', 'kid', 'position'],
  ledger_accounts: ['address', 'name', 'kid', 'next_nonce'],
  ledger_transactions: [
    'sequence', 'idempotency_key', 'account', 'nonce', 'purpose', 'request', 'raw', 'hash', 'state', 'block_number',
    'block_hash', 'block_timestamp', 'included_at', 'sends', 'last_error', 'created_at', 'rival_number', 'rival_hash',
    'rival_since',
  ],
  ledger_variants: ['hash', 'transaction', 'place', 'nonce', 'raw', 'max_fee', 'priority_fee', 'sent_at', 'sent_head'],
  ledger_network: ['only_one', 'chain_id', 'genesis', 'head_number', 'head_hash'],
  issuers: [
    'did', 'school', 'slug', 'origin', 'account', 'signing_kid', 'verification_method', 'document', 'document_digest',
    'registered_at', 'closes_at', 'successor', 'created_at',
  ],
  issuer_documents: ['did', 'digest', 'document', 'signing_kid', 'verification_method', 'recorded_at', 'created_at'],
  status_lists: ['id', 'issuer', 'purpose', 'url', 'length', 'version', 'created_at'],
  result_sessions: ['id', 'session', 'academy', 'opened_at'],
  result_files: [
    'id', 'results', 'kind', 'state', 'format', 'encoding', 'separator', 'bytes', 'lines', 'empty_lines', 'sound', 'admitted',
    'faulty', 'digest', 'heard_at', 'position', 'results_digest',
  ],
  result_lines: ['file', 'line'],
  result_faults: ['file', 'line', 'code', 'cell'],
  status_indexes: ['list', 'position'],
  status_publications: [
    'digest', 'list', 'form', 'version', 'turn', 'signed', 'published_at', 'expires_at', 'anchored_at',
  ],
  batches: ['id', 'issuer', 'kind', 'leaves', 'root', 'anchoring', 'closed_at', 'confirmed_at', 'accreditation'],
  issuing_sessions: [
    'id', 'issuer', 'session', 'academy', 'state', 'key_sealed', 'valid_from', 'expected', 'issued', 'deliberation', 'last_key', 'resumed_at',
    'issued_before', 'last_part_at', 'problem', 'created_at',
  ],
  diploma_lists: ['session', 'ordinal', 'list'],
  diploma_forms: ['id', 'template'],
  diplomas: ['session', 'place', 'form'],
  diploma_batches: ['session', 'ordinal', 'root', 'leaf_count', 'roots', 'anchoring', 'closed_at', 'confirmed_at', 'accreditation'],
  diploma_blocks: ['session', 'batch', 'block', 'first', 'leaves'],
  credentials: ['scenario', 'issuer', 'kind', 'status_digest', 'batch'],
  // What the sandbox is given to sign is made up by whoever tests it; of it, a digest of an id alone is kept.
  sandbox_statuses: ['purpose', 'position', 'credential_digest', 'set_at'],
}
