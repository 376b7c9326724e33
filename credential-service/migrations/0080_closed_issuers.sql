-- SPDX-License-Identifier: EUPL-1.2
-- An issuer that closes, and who speaks for it afterwards.

-- Ledger time (seconds) from which it is accredited no more; set before the ledger is asked, so that no order comes after.
alter table issuers add column closes_at bigint;
-- Whoever publishes its status lists, once the ledger says so.
alter table issuers add column successor text references issuers check (successor <> did);
