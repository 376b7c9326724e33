-- SPDX-License-Identifier: EUPL-1.2
-- Places of the sandbox issuer's status lists (/vc-api), one list a purpose. Kept apart from the lists of real issuers.
create table sandbox_statuses (
  purpose text not null check (purpose in ('revocation', 'suspension')),
  position integer not null,
  -- SHA-256 of the id of the credential it was given to, to be found by it; null for a credential without an id.
  credential_digest text,
  set_at timestamptz,
  primary key (purpose, position)
);
create index sandbox_statuses_of_credential on sandbox_statuses (credential_digest);
