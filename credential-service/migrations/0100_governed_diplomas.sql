-- SPDX-License-Identifier: EUPL-1.2
-- Diplomas about which something was asked since. A million diplomas have their places by a shuffle that is not stored
-- (decision 6): one is written into the table of places when the first act about it is proposed, and not before.
create table governed_diplomas (
  -- As the acts and the places name it.
  record_key  text primary key references status_indexes (record_key),
  diploma     uuid not null unique references diplomas (id),
  -- The school of origin: its head may propose.
  school_uai  text not null,
  -- The diploma that took its place, once a correction was confirmed.
  replaced_by uuid unique references diplomas (id)
);
