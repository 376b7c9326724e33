-- SPDX-License-Identifier: EUPL-1.2
-- Every DID document an issuer has had, with the key it then signed with: a file carries the document of its own day.
create table issuer_documents (
  did text not null references issuers,
  digest text not null,
  document jsonb not null,
  signing_kid text not null references agent_keys,
  verification_method text not null,
  -- Ledger time (seconds) since which it is in force; null until the ledger has it.
  recorded_at bigint,
  created_at timestamptz not null default now(),
  primary key (did, digest)
);
insert into issuer_documents (did, digest, document, signing_kid, verification_method, recorded_at, created_at)
  select did, document_digest, document, signing_kid, verification_method, registered_at, created_at from issuers;
