-- SPDX-License-Identifier: EUPL-1.2
-- What stopped the diplomas of a deliberation, apart from what stopped its jury: each is brought further by itself.
alter table deliberations add column diplomas_problem text;
