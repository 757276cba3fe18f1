-- Decisions to keep the texts of ended INTERPOL notices until another review.
-- Columns: app/models/notices.py. Rules: app/services/requests/notices/reviews.py.

alter table notice_reviews enable row level security;

alter table notice_reviews force row level security;

-- Decide: leaders of the party of the notice, in their own name.
create policy inserted on notice_reviews for insert to liaison_app
  with check (jit = asking_jit() and decided_by = asking_seat() and party = asking_party() and may_lead()
              and decided_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and exists (
                select 1 from notices n
                 where n.id = notice_reviews.notice and n.jit = notice_reviews.jit and n.party = asking_party() offset 0));

-- Read: members of the party of the notice. Other parties do not learn how long it is kept.
create policy seen on notice_reviews for select to liaison_app
  using (jit = asking_jit() and party = asking_party()
         and may_read_request_contents());

-- Append-only: a later decision replaces an earlier one.
grant select, insert on notice_reviews to liaison_app;

-- Each decision commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on notice_reviews deferrable initially deferred for each row
  execute function demand_entered_values('{notice.retained}', 'notice', 'notice', 'review_on', 'reason');
