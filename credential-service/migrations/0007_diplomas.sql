-- SPDX-License-Identifier: EUPL-1.2
-- Diplomas by the hundred thousand: who issues them, how far each session is, what was issued, and the trees it is in.

-- An academy has a line of its own in the register of schools, and issues diplomas.
alter table schools add column kind text not null default 'school' check (kind in ('school', 'academy'));
alter table schools alter column uai drop not null;
alter table schools add constraint schools_have_a_uai check (kind = 'academy' or uai is not null);

-- One row per session that is issued. `issued` and `last_key` move only in the transaction that keeps a part, so that a
-- process that dies leaves whole parts, and the next goes on after the last.
create table issuing_sessions (
  id text primary key,
  issuer text not null references issuers,
  session text not null,
  academy text not null,
  state text not null check (state in ('running', 'paused', 'cancelled', 'issued', 'anchored')),
  -- Key of what is drawn for its diplomas (salts, places in lists), sealed. Erased with the last of them.
  key_sealed text not null,
  valid_from timestamptz not null,
  expected integer,
  issued integer not null default 0,
  -- The jury's deliberation that decided these results, as the ledger names it: nothing is anchored before.
  deliberation text,
  last_key text,
  -- Since when it runs without a pause, and how many there were then: the rate.
  resumed_at timestamptz not null,
  issued_before integer not null default 0,
  last_part_at timestamptz,
  problem text,
  created_at timestamptz not null
);

-- The status lists of a session; the n-th serves its diplomas from n × length on.
create table diploma_lists (
  session text not null references issuing_sessions,
  ordinal integer not null,
  list text not null unique references status_lists,
  primary key (session, ordinal)
);

-- The canonical JSON that diplomas of one form share, with slots: kept as it was when they were signed.
create table diploma_forms (
  -- The beginning of the template's SHA-256: the same form is kept once.
  id text primary key,
  template text not null
);

-- A diploma is its form, its texts and its signature: the signed text is written from them, byte for byte, and `digest`
-- proves that it is the one that was signed. No form: `texts` is the signed text itself.
create table diplomas (
  session text not null,
  place integer not null,
  record_key text not null,
  id uuid not null,
  form text references diploma_forms,
  texts text not null,
  signature bytea not null,
  digest bytea not null,
  leaf bytea not null,
  -- Sealed; null once erased, and then the leaf says nothing.
  salt bytea,
  primary key (session, place),
  unique (session, record_key)
);
create unique index diplomas_by_id on diplomas (id);

create table diploma_batches (
  session text not null references issuing_sessions,
  ordinal integer not null,
  root text not null unique,
  leaf_count integer not null,
  -- Roots of its blocks of leaves, side by side.
  roots bytea not null,
  anchoring integer not null default 1,
  closed_at timestamptz not null,
  confirmed_at timestamptz,
  accreditation jsonb,
  primary key (session, ordinal)
);

-- The sorted leaves of a batch, padding and diplomas alike, in blocks that make whole subtrees.
create table diploma_blocks (
  session text not null,
  batch integer not null,
  block integer not null,
  first bytea not null,
  leaves bytea not null,
  primary key (session, batch, block),
  foreign key (session, batch) references diploma_batches (session, ordinal)
);
