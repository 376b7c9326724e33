-- SPDX-License-Identifier: EUPL-1.2
-- Whose wallet a diploma is in. A school hands each graduate a code; who types it with the right birth date has the diploma.

create table diploma_holders (
  diploma uuid primary key references diplomas (id),
  person  text not null references people (id),
  since   timestamptz not null
);
create index diploma_holders_of_person on diploma_holders (person);

create table diploma_claims (
  -- HMAC-SHA-256 of the code under a key of the service: the code itself is on paper alone.
  code_digest text primary key,
  diploma     uuid not null references diplomas (id),
  made_by     text not null references people (id),
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  -- Wrong birth dates so far: after a few the code is worth nothing.
  failures    integer not null default 0,
  used_at     timestamptz
);
-- A new code for a diploma takes the place of the one before.
create unique index diploma_claims_open on diploma_claims (diploma) where used_at is null;

-- The other signed forms of a diploma, made when its holder first asks: each once, since chance goes into them.
create table diploma_copies (
  diploma uuid not null references diplomas (id),
  form    text not null check (form in ('sd-jwt-vc', 'ecdsa-sd-2023')),
  signed  text not null,
  made_at timestamptz not null default now(),
  primary key (diploma, form)
);
