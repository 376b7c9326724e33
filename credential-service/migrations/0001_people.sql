-- SPDX-License-Identifier: EUPL-1.2
-- People, as little as signing in needs; the schools they belong to; what the embedded provider keeps.

create table schools (
  id      text primary key,
  slug    text not null unique,
  name    text not null,
  uai     text not null unique,
  academy text not null
);

create table people (
  id           text primary key,
  issuer       text not null,
  subject      text not null,
  display_name text not null,
  roles        text[] not null,
  school       text references schools (id),
  created_at   timestamptz not null default now(),
  unique (issuer, subject)
);

-- The browser holds the token; here is only its digest.
create table browser_sessions (
  token_digest text primary key,
  person       text not null references people (id) on delete cascade,
  expires_at   timestamptz not null
);
create index browser_sessions_expiry on browser_sessions (expires_at);

-- A sign-in under way, between leaving for the provider and coming back; used once.
create table sign_ins (
  state_digest   text primary key,
  browser_digest text not null,
  nonce          text not null,
  code_verifier  text not null,
  return_to      text not null,
  expires_at     timestamptz not null
);

create table provider_documents (
  model      text not null,
  id         text not null,
  payload    jsonb not null,
  grant_id   text,
  uid        text,
  expires_at timestamptz,
  primary key (model, id)
);
create index provider_documents_grant on provider_documents (grant_id);
create index provider_documents_uid on provider_documents (uid);

-- Keys of the service itself, sealed under SECRET_KEY.
create table service_keys (
  name   text primary key,
  sealed text not null
);
