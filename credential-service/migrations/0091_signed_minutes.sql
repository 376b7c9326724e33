-- SPDX-License-Identifier: EUPL-1.2
-- The minutes of a deliberation as a signed document, and where the ledger has its closing.
alter table deliberations add column closing jsonb;
-- Null for minutes of before, which are data alone.
alter table deliberations add column minutes_signed_at timestamptz;

-- Apart from the deliberations, which are read often.
create table deliberation_minutes (
  deliberation    text primary key references deliberations (id),
  document_sealed text not null
);
