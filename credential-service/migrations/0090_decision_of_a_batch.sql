-- SPDX-License-Identifier: EUPL-1.2
-- What the jury decided over a batch of diplomas, as the ledger said when it was anchored: it goes into each file. Null for
-- batches of before; their files say nothing of it, and the ledger is asked.
alter table diploma_batches add column decision jsonb;
