-- SPDX-License-Identifier: EUPL-1.2
-- A credential is replaced by another made from the same result (the record key of the new one is the act's id), or handed
-- over again. Both are acts of two persons.
alter table status_acts drop constraint status_acts_act_check;
alter table status_acts add constraint status_acts_act_check check (act in ('revoke', 'suspend', 'restore', 'correct', 'duplicate'));

-- An order names the attempt it comes from, or the order whose credential it replaces.
alter table issuing_orders drop constraint issuing_orders_attempt_fkey;
alter table issuing_orders add column supersedes text references issuing_orders (attempt);
create unique index issuing_orders_superseded_once on issuing_orders (supersedes);
create function refuse_order_of_nothing() returns trigger language plpgsql as $$
begin
  if new.supersedes is null and not exists (select 1 from attempts where id = new.attempt) then
    raise exception 'An order comes from an attempt, or replaces another order';
  end if;
  return new;
end $$;
create trigger issuing_orders_come_from_something before insert on issuing_orders
  for each row execute function refuse_order_of_nothing();
