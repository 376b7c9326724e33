-- SPDX-License-Identifier: EUPL-1.2
-- Keys and identifiers of the issuers (Veramo's stores), the ledger journal, status indexes, credentials and batches.

-- Veramo's key store: what is public about each key.
create table agent_keys (
  kid text primary key,
  kms text not null,
  type text not null,
  public_key_hex text not null,
  meta jsonb,
  created_at timestamptz not null default now()
);

-- Veramo's private-key store: sealed with AES-256-GCM, authenticated with the alias.
create table agent_private_keys (
  alias text primary key,
  type text not null,
  sealed text not null,
  created_at timestamptz not null default now()
);

-- Veramo's DID store.
create table agent_identifiers (
  did text primary key,
  provider text not null,
  alias text unique,
  controller_key_id text,
  services jsonb not null,
  created_at timestamptz not null default now()
);

create table agent_identifier_keys (
  did text not null references agent_identifiers on delete cascade,
  kid text not null references agent_keys,
  position integer not null,
  primary key (did, kid)
);

-- The accounts whose transactions the journal orders. `next_nonce` moves only inside a transaction that reserves one.
create table ledger_accounts (
  address text primary key,
  name text not null unique,
  kid text not null,
  next_nonce integer not null default 0
);

-- Each transaction is written here, signed, before it is sent; it is sent again until it is confirmed deep enough.
create table ledger_transactions (
  sequence bigint generated always as identity primary key,
  idempotency_key text not null unique,
  account text not null references ledger_accounts,
  nonce integer not null,
  purpose text not null,
  request jsonb not null,
  raw text,
  hash text unique,
  state text not null check (state in ('reserved', 'signed', 'confirmed', 'reverted')),
  block_number bigint,
  block_hash text,
  block_timestamp bigint,
  included_at timestamptz,
  sends integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  unique (account, nonce)
);
create index ledger_transactions_unsettled on ledger_transactions (sequence) where state in ('reserved', 'signed');

-- A school as issuer: its identifier, its account, and the DID document the ledger knows the digest of.
create table issuers (
  did text primary key,
  school text not null,
  slug text not null,
  origin text not null,
  account text not null references ledger_accounts,
  signing_kid text not null references agent_keys,
  verification_method text not null,
  document jsonb not null,
  document_digest text not null,
  registered_at bigint,
  created_at timestamptz not null default now(),
  unique (school, origin)
);

create table status_lists (
  id text primary key,
  issuer text not null references issuers,
  purpose text not null,
  url text not null unique,
  length integer not null,
  created_at timestamptz not null default now()
);

-- One row per index given out. Revoking flips the row; the published list is made from these rows.
create table status_indexes (
  list text not null references status_lists,
  position integer not null,
  record_key text not null,
  revoked_at timestamptz,
  primary key (list, position),
  unique (record_key)
);

-- Every signed list ever served, so that a digest on the ledger always has its text.
create table status_publications (
  digest text primary key,
  list text not null references status_lists,
  revoked_count integer not null,
  signed text not null,
  published_at timestamptz not null,
  anchored_at timestamptz
);

create table batches (
  id text primary key,
  issuer text not null references issuers,
  kind smallint not null,
  leaves jsonb not null,
  root text not null unique,
  anchoring integer not null default 1,
  closed_at timestamptz not null,
  confirmed_at timestamptz,
  accreditation jsonb
);

-- `record_key` (the attempt) makes a second credential for one record impossible. What is drawn by chance (id, salt,
-- status index) and what is dated is fixed in the first write, so that a resumed issue gives the same bytes.
create table credentials (
  record_key text primary key,
  id text not null unique,
  learner text not null,
  school text not null,
  scenario text not null,
  issuer text not null references issuers,
  kind smallint not null,
  status_list text not null,
  status_position integer not null,
  salt_sealed text not null,
  issued_at timestamptz not null,
  signed text,
  digest text,
  leaf text,
  status_digest text references status_publications,
  batch text references batches,
  problem text,
  unique (status_list, status_position)
);
create index credentials_of_learner on credentials (learner, issued_at);
create index credentials_waiting on credentials (issuer, kind) where batch is null;
