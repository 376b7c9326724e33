-- SPDX-License-Identifier: EUPL-1.2
-- Juries: the passkeys of their members, what they deliberate on, what each signed, and what the ledger has of it.

-- `member` is the name the ledger gives to the key: it says nothing of the person.
create table passkeys (
  member        text primary key,
  person        text not null references people (id),
  credential    text not null unique,
  x             text not null,
  y             text not null,
  sign_count    bigint not null,
  registered_at timestamptz not null,
  -- Another took its place: it signs only where it was named already.
  retired_at    timestamptz
);
create unique index passkeys_in_use on passkeys (person) where retired_at is null;

create table passkey_challenges (
  person     text primary key references people (id),
  challenge  text not null,
  expires_at timestamptz not null
);

create table deliberations (
  id                  text primary key,
  results             text not null references result_sessions (id),
  session             text not null,
  academy             text not null,
  round               integer not null,
  state               text not null check (state in ('opening', 'open', 'decided', 'refused')),
  -- The digest of the results as the session had it; beside it, as the ledger has it, with the salt that only this row keeps.
  digest              text not null,
  results_digest      text not null,
  results_salt_sealed text not null,
  session_digest      text not null,
  session_salt_sealed text not null,
  quorum              integer not null,
  counts              jsonb,
  -- As the ledger names it, and the round before.
  name                text unique,
  previous            text,
  root                text,
  turn                integer not null default 1,
  problem             text,
  opened_by           text not null references people (id),
  opened_at           timestamptz not null,
  closed_at           timestamptz,
  minutes_sealed      text,
  minutes_digest      text,
  minutes_kept_at     timestamptz,
  unique (results, round)
);
create unique index deliberations_one_at_a_time on deliberations (results) where state <> 'refused';

create table deliberation_members (
  deliberation text not null references deliberations (id),
  place        integer not null,
  person       text not null references people (id),
  member       text not null references passkeys (member),
  seat_until   timestamptz not null,
  -- The place of who sits instead, and since when the ledger knows.
  replaced_by  integer,
  replaced_at  timestamptz,
  primary key (deliberation, place),
  unique (deliberation, person)
);

create table deliberation_signatures (
  deliberation       text not null references deliberations (id),
  member             text not null references passkeys (member),
  -- Zero in a refusal.
  root               text not null,
  authenticator_data text not null,
  client_data        text not null,
  signature          text not null,
  signed_at          timestamptz not null,
  primary key (deliberation, member)
);
