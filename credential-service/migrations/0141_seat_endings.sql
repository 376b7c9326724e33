-- SPDX-License-Identifier: EUPL-1.2
-- Seats of juries that an academy ends before their time: asked once, then brought to the ledger.
create table seat_endings (
  -- Its name, which its ledger account is made under.
  academy  text not null,
  member   text not null references passkeys (member),
  asked_by text not null references people (id),
  asked_at timestamptz not null,
  -- The date the ledger is asked for; another when it was too slow for that one.
  ends_at  timestamptz,
  -- Since when the ledger says that the seat no longer holds.
  ended_at timestamptz,
  primary key (academy, member, asked_at)
);
create unique index seat_endings_one_at_a_time on seat_endings (academy, member) where ended_at is null;
