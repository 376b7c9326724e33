-- SPDX-License-Identifier: EUPL-1.2
-- Corrections and late additions are deliberated apart, once the session itself was decided: one deliberation at a time.
drop index deliberations_one_at_a_time;
create unique index deliberations_one_at_a_time on deliberations (results) where state in ('opening', 'open');
