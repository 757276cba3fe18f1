-- E-mails to send, without text (mails), and when the worker last looked for e-mails to send (mail_rounds).
-- Columns: app/models/notifications/notifications.py. Use: app/services/notifications/mail_queue.py, mail_sending.py; times:
-- app/access/mail_times.py.

alter table mail_rounds enable row level security;

alter table mail_rounds force row level security;

-- Only the worker reads and writes both tables; the application has no access.
create policy engine on mail_rounds to liaison_engine using (true) with check (true);

create policy seen on mail_rounds for select to liaison_app using (false);

grant select, insert, update (at) on mail_rounds to liaison_engine;

alter table mails enable row level security;

alter table mails force row level security;

create policy engine on mails to liaison_engine using (true) with check (true);

create policy seen on mails for select to liaison_app using (false);

grant select, insert, delete, update (state, due_at, tries, sent_at, problem) on mails to liaison_engine;
