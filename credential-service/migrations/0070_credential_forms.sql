-- SPDX-License-Identifier: EUPL-1.2
-- The other signed forms of a credential, made when its holder first asks: each once, since chance goes into them.
create table credential_forms (
  credential text not null references credentials (id) on delete cascade,
  form text not null check (form in ('sd-jwt-vc', 'ecdsa-sd-2023')),
  signed text not null,
  made_at timestamptz not null default now(),
  primary key (credential, form)
);
