-- SPDX-License-Identifier: EUPL-1.2
-- A batch of diplomas whose root another account anchored first: the nodes of its tree that are anchored instead, each
-- with the tries of its own. `level` counts from the root (0), `place` from the left of its level.
create table diploma_parts (
  session text not null,
  batch integer not null,
  level integer not null check (level > 0),
  place integer not null,
  root text not null,
  anchoring integer not null default 1,
  confirmed_at timestamptz,
  primary key (session, batch, level, place),
  foreign key (session, batch) references diploma_batches (session, ordinal)
);
