-- INTERPOL notices and diffusions: lines (notices), contents, answers to checks, moves, hits, challenges and releases.
-- Columns: app/models/notices.py. States and moves: app/access/requests/notice_states.py. Other rules:
-- app/services/requests/notices/. A release shows a notice to another party until it is recalled or the recipient has
-- left. Contributor: the role `member`. `party` of each table is the party of the notice, so that a policy need not look
-- it up.

alter table notices enable row level security;

alter table notices force row level security;

-- The worker warns of answers and reviews that are due. Its grant leaves out everything but the number and the state.
create policy engine on notices for select to liaison_engine using (true);

-- Erasure: forget_notice (erasing_notices.sql) runs as the owner.
create policy erasing on notices to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Create: leaders and contributors, for their own party and in their own name.
create policy inserted on notices for insert to liaison_app
  with check (jit = asking_jit() and created_by = asking_seat() and party = asking_party() and may_contribute());

-- Read: members of the party of the notice, and of parties to which it was released.
create policy seen on notices for select to liaison_app
  using (jit = asking_jit()
         and may_read_request_contents()
         and (party = asking_party()
              or exists (
                select 1 from notice_releases x
                 where x.notice = notices.id and x.jit = notices.jit and x.recipient = asking_party()
                   and x.recalled_at is null and not has_left(x.jit, x.recipient) offset 0)));

-- Move: leaders and contributors of the party.
create policy updated on notices for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

-- Everything else of a line never changes.
grant select, insert, update (state, since_at) on notices to liaison_app;

grant select (id, jit, party, number, state) on notices to liaison_engine;

-- Each notice and each new state commits together with its ledger entry.
create constraint trigger entered_1 after insert on notices deferrable initially deferred for each row
  execute function demand_entered_values('{notice.drafted}', 'notice', 'id', 'number', 'colour=kind', 'is_diffusion');

-- The entry of the first hit states no states, but the place and the time.
create constraint trigger entered_2 after update on notices deferrable initially deferred for each row
  when (new.state <> 'hit' or old.state <> 'published')
  execute function demand_entered_values(
    '{notice.moved,notice.sent}', 'notice', 'id', 'former=former.state', 'state', 'occurred_at=since_at');

create constraint trigger entered_3 after update on notices deferrable initially deferred for each row
  when (new.state = 'hit' and old.state = 'published')
  execute function demand_entered_values('{notice.hit_recorded}', 'notice', 'id', 'occurred_at=since_at');

alter table notice_contents enable row level security;

alter table notice_contents force row level security;

-- Erasure: forget_notice (erasing_notices.sql) runs as the owner.
create policy erasing on notice_contents to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- The worker warns of reviews. Its grant leaves out every text.
create policy engine on notice_contents to liaison_engine using (true) with check (true);

grant select (notice, jit, review_on, review_warned_at), update (review_warned_at) on notice_contents to liaison_engine;

-- Write: leaders and contributors of the party of the notice.
create policy inserted on notice_contents for insert to liaison_app
  with check (jit = asking_jit() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_contents.notice and n.jit = notice_contents.jit and n.party = asking_party() offset 0));

-- Read: everyone who sees the line.
create policy seen on notice_contents for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from notices n where n.id = notice_contents.notice and n.jit = notice_contents.jit offset 0));

create policy updated on notice_contents for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

grant select, insert, update (ncb, authority, reference, ncb_reference, interpol_reference, language, purpose, is_public, cautions, recipients,
  review_on, diffusion_reason, diffusion_aim, is_unidentified, family_name, forenames, aliases, sex, birth_date, birth_place,
  nationalities, parents, languages, description, identity_documents, other_identifiers, person_status, is_child, guardian,
  is_publication_allowed, is_reported, facts, charge, law, max_penalty_years, sentence_months, is_exceptional, exception_reason,
  penalty, warrant, sought, questions, assessment, assessment_author, assessment_grounds, assessment_basis, threat_from,
  object_data, place, method, method_aim, assets, asset_measures, asset_aim, asset_link, regime, listing, measures,
  extradition_countries, updated_at, version)
  on notice_contents to liaison_app;

-- Each content and each change commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_contents deferrable initially deferred for each row
  execute function demand_content_entered();

-- An erasure adds a key to `erased`; its entry is the certificate.
create constraint trigger entered_2 after update on notice_contents deferrable initially deferred for each row
  when (new.erased <@ old.erased and new.review_warned_at is not distinct from old.review_warned_at)
  execute function demand_changes_entered('notice.changed', 'notice', 'notice');

-- Warnings are the engine's: members have no grant on `review_warned_at`.
create constraint trigger entered_3 after update on notice_contents deferrable initially deferred for each row
  when (new.review_warned_at is distinct from old.review_warned_at)
  execute function demand_entered_values(
    '{notice.review_due}', 'notice', 'notice', 'review_on', 'review_on=former.review_on');

create trigger erased before insert or update on notice_contents for each row execute function keep_what_was_erased();

alter table notice_checks enable row level security;

alter table notice_checks force row level security;

-- Erasure: forget_notice (erasing_notices.sql) runs as the owner.
create policy erasing on notice_checks to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Answer: leaders and contributors of the party of the notice, in their own name.
create policy inserted on notice_checks for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_checks.notice and n.jit = notice_checks.jit and n.party = asking_party() offset 0));

-- Read: members of the party of the notice alone. No release shows it.
create policy seen on notice_checks for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_read_request_contents());

-- Append-only: answers are neither changed nor deleted, except that an erasure removes a text.
grant select, insert on notice_checks to liaison_app;

-- Each answer commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_checks deferrable initially deferred for each row
  execute function demand_entered_values(
    '{notice.check_answered}', 'check', 'id', 'subject.notice=notice', 'question', 'answer', 'reason');

create trigger erased before insert or update on notice_checks for each row execute function keep_what_was_erased();

alter table notice_moves enable row level security;

alter table notice_moves force row level security;

-- Move: leaders and contributors of the party of the notice, in their own name.
create policy inserted on notice_moves for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_moves.notice and n.jit = notice_moves.jit and n.party = asking_party() offset 0));

-- Read: everyone who sees the notice.
create policy seen on notice_moves for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from notices n where n.id = notice_moves.notice and n.jit = notice_moves.jit offset 0));

-- Reasons are for the party of the notice alone: reason_of_notice_move runs as the owner.
create policy reasons on notice_moves for select to liaison_owner
  using (jit = asking_jit() and party = asking_party()
         and may_read_request_contents());

-- Append-only: moves are neither changed nor deleted. Members read reasons by reason_of_notice_move.
grant select (id, jit, notice, party, seat, former, state, ground, occurred_at, recorded_at), insert on notice_moves
  to liaison_app;

-- The reason of a move; null for members of other parties.
create function reason_of_notice_move(wanted uuid) returns text
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select m.reason from notice_moves m where m.id = wanted);
end $$;

revoke all on function reason_of_notice_move from public;

grant execute on function reason_of_notice_move to liaison_app;

-- Each move commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_moves deferrable initially deferred for each row
  when (new.state <> 'hit' or new.former <> 'published')
  execute function demand_entered_values(
    '{notice.moved,notice.sent}', 'notice', 'notice', 'former', 'state', 'occurred_at', 'reason', 'ground');

create constraint trigger entered_2 after insert on notice_moves deferrable initially deferred for each row
  when (new.state = 'hit' and new.former = 'published')
  execute function demand_entered_values('{notice.hit_recorded}', 'notice', 'notice', 'occurred_at');

alter table notice_hits enable row level security;

alter table notice_hits force row level security;

-- Erasure: forget_notice (erasing_notices.sql) runs as the owner.
create policy erasing on notice_hits to liaison_owner
  using (session_user = 'liaison_engine' and current_setting('app.erasing', true) <> '');

-- Record: leaders and contributors of the party of the notice, in their own name.
create policy inserted on notice_hits for insert to liaison_app
  with check (jit = asking_jit() and seat = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_hits.notice and n.jit = notice_hits.jit and n.party = asking_party() offset 0));

-- Read: everyone who sees the notice.
create policy seen on notice_hits for select to liaison_app
  using (jit = asking_jit()
         and exists (select 1 from notices n where n.id = notice_hits.notice and n.jit = notice_hits.jit offset 0));

-- Append-only: hits are neither changed nor deleted, except that an erasure removes a text.
grant select, insert on notice_hits to liaison_app;

-- Each hit commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_hits deferrable initially deferred for each row
  execute function demand_entered_values(
    '{notice.hit_recorded}', 'hit', 'id', 'subject.notice=notice', 'country', 'place', 'measure', 'what', 'occurred_at');

create trigger erased before insert or update on notice_hits for each row execute function keep_what_was_erased();

alter table notice_challenges enable row level security;

alter table notice_challenges force row level security;

-- The worker warns of answers that are due, and reads no text.
create policy engine on notice_challenges to liaison_engine using (true) with check (true);

-- Record: leaders and contributors of the party of the notice, in their own name.
create policy inserted on notice_challenges for insert to liaison_app
  with check (jit = asking_jit() and recorded_by = asking_seat() and party = asking_party() and may_contribute()
              and exists (
                select 1 from notices n
                 where n.id = notice_challenges.notice and n.jit = notice_challenges.jit and n.party = asking_party() offset 0));

-- Read: members of the party of the notice alone. No release shows it.
create policy seen on notice_challenges for select to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_read_request_contents());

create policy updated on notice_challenges for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and may_contribute())
  with check (jit = asking_jit() and party = asking_party() and may_contribute());

-- The kind of a challenge and its date of receipt never change.
grant select, insert, update (admissible_on, questions_due_on, questions_answered_on, answer_due_at, alarm_at, is_blocked, decided_on, decision, remedy, version)
  on notice_challenges to liaison_app;

grant select (id, jit, notice, party, recorded_at, answer_due_at, alarm_at, warned_at), update (alarm_at, warned_at)
  on notice_challenges to liaison_engine;

-- Each challenge and each change commits together with its ledger entry.
create constraint trigger entered_1 after insert on notice_challenges deferrable initially deferred for each row
  execute function demand_entered_values(
    '{notice.challenged}', 'challenge', 'id', 'subject.notice=notice', 'challenge_kind=kind', 'received_on');

-- Warnings are the engine's: members have no grant on `warned_at`.
create constraint trigger entered_2 after update on notice_challenges deferrable initially deferred for each row
  when (new.warned_at is not distinct from old.warned_at)
  execute function demand_changes_entered('notice.challenge_changed', 'challenge', 'id', 'answer_due_at', 'alarm_at');

create constraint trigger entered_3 after update on notice_challenges deferrable initially deferred for each row
  when (new.warned_at is distinct from old.warned_at)
  execute function demand_entered_values(
    '{notice.answer_near,notice.answer_missed}', 'challenge', 'id', 'due_at=answer_due_at',
    'due_at=former.answer_due_at');

alter table notice_releases enable row level security;

alter table notice_releases force row level security;

-- Release: members who decide the releases of the party of the notice, in their own name, to another party within the
-- Union. Information for others needs an attestation (Reg. (EU) 2023/969, Art. 17(2)), which notices do not have.
create policy inserted on notice_releases for insert to liaison_app
  with check (jit = asking_jit() and released_by = asking_seat() and recalled_at is null
              and party = asking_party() and decides_releases()
              and (not demands_two('release') or is_seconded(notice, recipient, 'content'))
              and exists (
                select 1 from notices n
                 where n.id = notice_releases.notice and n.jit = notice_releases.jit and n.party = asking_party() offset 0)
              and exists (
                select 1 from parties p
                 where p.id = notice_releases.recipient and p.jit = notice_releases.jit and p.status = 'active'
                   and not beyond_the_union(p.kind)));

-- Read: members of the party of the notice, and of the party to which it was released. No other party learns of it.
create policy seen on notice_releases for select to liaison_app
  using (jit = asking_jit()
         and may_read_request_contents()
         and asking_party() in (party, recipient));

-- Recall: members who decide the releases of the party of the notice, in their own name.
create policy updated on notice_releases for update to liaison_app
  using (jit = asking_jit() and party = asking_party() and decides_releases() and recalled_at is null)
  with check (jit = asking_jit() and party = asking_party() and decides_releases()
              and (not demands_two('recall') or is_seconded(notice, recipient, 'none'))
              and recalled_by = asking_seat());

grant select, insert, update (recalled_by, recalled_at) on notice_releases to liaison_app;

-- Each release and each recall commits together with its ledger entry. The entry names the release and its recipient, so
-- that one entry admits one recipient.
create constraint trigger entered_1 after insert on notice_releases deferrable initially deferred for each row
  execute function demand_release_entered('notice');

create constraint trigger entered_2 after update on notice_releases deferrable initially deferred for each row
  execute function demand_entered_about('{notice.recalled}', 'release', 'id');
