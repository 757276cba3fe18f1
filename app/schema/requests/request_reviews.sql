-- Decisions to keep the texts of ended legal requests until another review.
-- Columns: app/models/requests.py. Rules: app/services/requests/reviews.py.

alter table request_reviews enable row level security;

alter table request_reviews force row level security;

-- Decide: leaders of the party of the request, in their own name.
create policy inserted on request_reviews for insert to liaison_app
  with check (jit = asking_jit() and decided_by = asking_seat() and party = asking_party() and may_lead()
              and decided_at between statement_timestamp() - clock_skew() and statement_timestamp() + clock_skew()
              and exists (
                select 1 from requests r
                 where r.id = request_reviews.request and r.jit = request_reviews.jit and r.party = asking_party() offset 0));

-- Read: members of the party of the request. Other parties do not learn how long it is kept.
create policy seen on request_reviews for select to liaison_app
  using (jit = asking_jit() and party = asking_party()
         and may_read_request_contents());

-- Append-only: a later decision replaces an earlier one.
grant select, insert on request_reviews to liaison_app;

-- Each decision commits together with a ledger entry that states it.
create constraint trigger entered_1 after insert on request_reviews deferrable initially deferred for each row
  execute function demand_entered_values('{request.retained}', 'request', 'request', 'review_on', 'reason');
