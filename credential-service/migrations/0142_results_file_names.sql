-- SPDX-License-Identifier: EUPL-1.2
-- What the officer's own device calls a file, so that two are told apart in a list; erased when it is discarded.
alter table result_files add column name text;
