-- SPDX-License-Identifier: EUPL-1.2
-- Results of juries: the files that were imported for a session, their sound lines and what is wrong with the others.

create table result_sessions (
  id          text primary key,
  session     text not null,
  academy     text not null,
  -- Drawn once; part of the digest that a jury signs, so that no short list of results can be guessed from it.
  salt_sealed text not null,
  opened_by   text not null references people (id),
  opened_at   timestamptz not null,
  -- The officers of one academy share it.
  unique (session, academy)
);

-- 'receiving' until the whole file is here and checked: one left so by a process that died is nobody's, and is erased.
create table result_files (
  id             text primary key,
  results        text not null references result_sessions (id),
  kind           text not null check (kind in ('results', 'additions', 'corrections')),
  state          text not null check (state in ('receiving', 'checked', 'confirmed', 'discarded')),
  format         text not null check (format in ('csv', 'ndjson')),
  encoding       text,
  separator      text,
  bytes          bigint not null default 0,
  lines          integer not null default 0,
  empty_lines    integer not null default 0,
  sound          integer not null default 0,
  admitted       integer not null default 0,
  faulty         integer not null default 0,
  digest         text,
  uploaded_by    text not null references people (id),
  uploaded_at    timestamptz not null,
  heard_at       timestamptz not null,
  confirmed_by   text references people (id),
  confirmed_at   timestamptz,
  position       integer,
  results_digest text,
  unique (results, position)
);
create index result_files_of_session on result_files (results, uploaded_at);
create index result_files_receiving on result_files (heard_at) where state = 'receiving';

-- A sound line. `match` is a keyed hash of the INE, the diploma and the session: it tells that two lines speak of one
-- person, and nothing else. What the line says is sealed.
create table result_lines (
  file     text not null references result_files (id),
  line     integer not null,
  match    text not null,
  decision text not null check (decision in ('admitted', 'refused')),
  sealed   text not null,
  digest   text not null,
  primary key (file, line)
);
create index result_lines_match on result_lines (match);

create table result_faults (
  file     text not null references result_files (id),
  line     integer not null,
  code     text not null,
  -- '' when it is the whole line.
  cell     text not null,
  primary key (file, line, code, cell)
);
create index result_faults_by_code on result_faults (file, code, line);

create function refuse_change_of_lines() returns trigger language plpgsql as $$
begin
  raise exception 'a line of results does not change';
end $$;
create trigger result_lines_never_change before update on result_lines
  for each statement execute function refuse_change_of_lines();

-- A file that is discarded says so first: only then its lines go.
create function refuse_loss_of_lines() returns trigger language plpgsql as $$
begin
  if exists (select 1 from result_files where state in ('checked', 'confirmed') and id in (select distinct file from gone)) then
    raise exception 'a line of results that was checked or confirmed stays';
  end if;
  return null;
end $$;
create trigger result_lines_stay after delete on result_lines referencing old table as gone
  for each statement execute function refuse_loss_of_lines();

create function refuse_more_lines() returns trigger language plpgsql as $$
begin
  if exists (select 1 from result_files where state <> 'receiving' and id in (select distinct file from come)) then
    raise exception 'a file that is wholly here gets no more lines';
  end if;
  return null;
end $$;
create trigger result_lines_while_receiving after insert on result_lines referencing new table as come
  for each statement execute function refuse_more_lines();

create function refuse_change_of_confirmed_files() returns trigger language plpgsql as $$
begin
  raise exception 'a confirmed file of results does not change';
end $$;
create trigger result_files_confirmed_stay before update or delete on result_files
  for each row when (old.state = 'confirmed') execute function refuse_change_of_confirmed_files();
