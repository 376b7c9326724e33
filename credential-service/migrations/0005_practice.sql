-- SPDX-License-Identifier: EUPL-1.2
-- A third way in: practice, without hints, kept for its learner alone as training is.
alter table attempts drop constraint attempts_mode_check;
alter table attempts add constraint attempts_mode_check check (mode in ('guided', 'practice', 'assessed'));
