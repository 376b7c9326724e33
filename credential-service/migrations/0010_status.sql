-- SPDX-License-Identifier: EUPL-1.2
-- Revoke, suspend, restore: one table of places for every form of a list, and the acts of two persons.

-- `version` moves with each change, in the change's own transaction: what was published of another is out of date.
alter table status_lists add column version integer not null default 0;
update status_lists set version = (select count(*) from status_indexes i where i.list = status_lists.id and i.revoked_at is not null);

alter table status_indexes add column state text not null default 'valid' check (state in ('valid', 'suspended', 'revoked'));
update status_indexes set state = 'revoked' where revoked_at is not null;
alter table status_indexes rename column revoked_at to changed_at;
create index status_indexes_not_valid on status_indexes (list) where state <> 'valid';

-- `turn` counts the times one version was published: a token expires and is made again.
alter table status_publications rename column revoked_count to version;
alter table status_publications add column form text not null default 'revocation' check (form in ('revocation', 'suspension', 'token'));
alter table status_publications add column turn integer not null default 1;
alter table status_publications add column expires_at timestamptz;
drop index status_publications_of_state;
create unique index status_publications_of_state on status_publications (list, version, turn, form);

-- What one person proposes and another decides; nothing here is ever deleted or undone, only followed by another act.
create table status_acts (
  id text primary key,
  record_key text not null references status_indexes (record_key),
  act text not null check (act in ('revoke', 'suspend', 'restore')),
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('confirmed', 'set-aside')),
  decided_by text,
  decided_at timestamptz,
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (decision is distinct from 'confirmed' or decided_by <> proposed_by)
);
create unique index status_acts_waiting on status_acts (record_key) where decision is null;

-- Which academy an officer of an academy works for.
alter table people add column academy text;
