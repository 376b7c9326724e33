-- SPDX-License-Identifier: EUPL-1.2
-- A status list in one state has one signed text: of two replicas that sign it at once, the second keeps nothing.
create unique index status_publications_of_state on status_publications (list, revoked_count);
