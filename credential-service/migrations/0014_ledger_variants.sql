-- SPDX-License-Identifier: EUPL-1.2
-- Every signed form of a transaction, written before it is sent: a form with higher fees takes the same nonce, and
-- whichever of them lands in a block is recognised, after a crash too.
create table ledger_variants (
  hash text primary key,
  transaction bigint not null references ledger_transactions (sequence) on delete cascade,
  place bigint generated always as identity,
  nonce integer not null,
  raw text not null,
  max_fee text not null,
  priority_fee text not null,
  sent_at timestamptz,
  sent_head bigint
);
create index ledger_variants_of on ledger_variants (transaction, place);
insert into ledger_variants (hash, transaction, nonce, raw, max_fee, priority_fee)
  select hash, sequence, nonce, raw, request ->> 'maxFeePerGas', request ->> 'maxPriorityFeePerGas'
  from ledger_transactions where raw is not null order by sequence;

-- The block at which some other transaction was first seen to hold the nonce of this one.
alter table ledger_transactions add column rival_number bigint, add column rival_hash text, add column rival_since timestamptz;

-- The one network this database belongs to, and the highest block that any worker has seen of it.
create table ledger_network (
  only_one boolean primary key default true check (only_one),
  chain_id bigint not null,
  genesis text not null,
  head_number bigint not null,
  head_hash text not null
);
