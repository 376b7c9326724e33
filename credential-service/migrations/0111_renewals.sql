-- SPDX-License-Identifier: EUPL-1.2
-- Each year everything an issuer issued is hashed again, by its documents, and the root anchored (docs/resealing.md).

-- Documents that many renewals share, by their SHA-256: the contexts, the DID documents of those who signed.
create table renewal_documents (
  digest text primary key,
  text text not null
);

-- One a year for each issuer. `cursor` and `blocks` move only in the transaction that keeps a block.
create table renewals (
  id text primary key,
  issuer text not null references issuers,
  year integer not null,
  hash text not null,
  state text not null check (state in ('hashing', 'signed', 'confirmed', 'nothing')),
  -- Covers what was confirmed by then, and nothing else, however long it takes.
  opened_at timestamptz not null,
  contexts text not null references renewal_documents,
  cursor text not null,
  blocks integer not null default 0,
  sealed integer not null default 0,
  record jsonb,
  signer text references renewal_documents,
  roots bytea,
  root text unique,
  account text,
  anchoring integer not null default 1,
  confirmed_at timestamptz,
  unique (issuer, year)
);

-- The status lists as they were when it was opened.
create table renewal_lists (
  renewal text not null references renewals,
  list text not null references status_lists,
  revocation text not null references status_publications,
  suspension text references status_publications,
  primary key (renewal, list)
);

-- Leaves, a power of two of them, in the order in which they were hashed: of credentials by their ids, or of diplomas of a
-- session from a place on. One that was erased has a random leaf in its place.
create table renewal_blocks (
  renewal text not null references renewals,
  block integer not null,
  source text not null,
  -- The first place, of diplomas; and how many leaves are not there to fill it up.
  first integer,
  count integer not null,
  keys text[],
  leaves bytea not null,
  root bytea not null,
  primary key (renewal, block)
);
create index renewal_blocks_of_sessions on renewal_blocks (source, first);
create index renewal_blocks_of_credentials on renewal_blocks using gin (keys);
