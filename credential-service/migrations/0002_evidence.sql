-- SPDX-License-Identifier: EUPL-1.2
-- What was done in attempts, how it was judged, and what a teacher decided.

-- The canonical JSON of each scenario an attempt was ever begun with: an attempt is replayed with what it was played with.
create table scenario_versions (
  digest  text primary key,
  id      text not null,
  text    text not null,
  kept_at timestamptz not null default now()
);

-- A time during which a teacher is there and watches; its code is said aloud in the room.
create table teaching_sessions (
  id        text primary key,
  code      text not null,
  scenario  text not null,
  school    text not null references schools (id),
  teacher   text not null references people (id),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index teaching_sessions_open_code on teaching_sessions (code) where closed_at is null;
create index teaching_sessions_teacher on teaching_sessions (teacher, opened_at);

-- The head (scenario, digest, seed, mode, assurance, nonce) never changes once given.
create table attempts (
  id              text primary key,
  person          text not null references people (id),
  school          text references schools (id),
  session         text references teaching_sessions (id),
  scenario        text not null,
  scenario_digest text not null references scenario_versions (digest),
  seed            integer not null,
  mode            text not null check (mode in ('guided', 'assessed')),
  assurance       text not null check (assurance in ('self', 'online', 'supervised')),
  nonce           text not null unique,
  status          text not null default 'open' check (status in ('open', 'assessed', 'validated', 'refused')),
  started_at      timestamptz not null,
  finished_at     timestamptz,
  acquired        boolean
);
create index attempts_of_person on attempts (person, started_at);
create index attempts_of_school on attempts (school, status, started_at);

-- Append-only: the key makes a second chunk at one place impossible, the trigger a change of an acknowledged one.
create table chunks (
  attempt     text not null references attempts (id),
  sequence    integer not null,
  previous    text not null,
  digest      text not null,
  actions     jsonb not null,
  received_at timestamptz not null,
  primary key (attempt, sequence)
);

create function refuse_change_of_evidence() returns trigger language plpgsql as $$
begin
  raise exception 'evidence once acknowledged does not change';
end $$;
create trigger chunks_never_change before update on chunks
  for each row execute function refuse_change_of_evidence();

create table criterion_results (
  attempt     text not null references attempts (id),
  position    integer not null,
  criterion   text not null,
  result      text not null,
  eliminatory boolean not null,
  eliminates  boolean not null,
  detail      jsonb not null,
  primary key (attempt, criterion)
);

create table competence_results (
  attempt    text not null references attempts (id),
  position   integer not null,
  competence text not null,
  result     text not null check (result in ('acquired', 'not-acquired', 'not-observed')),
  detail     jsonb not null,
  primary key (attempt, competence)
);

create table decisions (
  attempt    text primary key references attempts (id),
  decision   text not null check (decision in ('validated', 'refused')),
  reason     text,
  decided_at timestamptz not null,
  decided_by text not null references people (id)
);

-- What the issuer has to do; written with the decision, in one transaction, never changed afterwards.
create table issuing_orders (
  attempt         text primary key references attempts (id),
  learner         text not null,
  school          text not null,
  scenario        text not null,
  scenario_digest text not null,
  results         jsonb not null,
  evidence_digest text not null,
  assurance       text not null,
  finished_at     timestamptz not null,
  decided_at      timestamptz not null,
  decided_by      text not null
);
create index issuing_orders_in_order on issuing_orders (decided_at, attempt);
