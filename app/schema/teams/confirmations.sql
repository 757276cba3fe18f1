-- Policies, grants and triggers of the table confirmations: leaders' confirmations of proposed members.
-- Columns: app/models/teams/jits.py. Who confirms whom: app/services/teams/members.py.

alter table confirmations enable row level security;

alter table confirmations force row level security;

-- Insert: a leader, in their own name and for their own party. app/services/teams/members.py also refuses leaders who
-- confirm themselves or their own proposal.
create policy inserted on confirmations for insert to liaison_app
  with check ((jit = asking_jit()) and (party = asking_party()) and (confirmed_by = asking_seat())
    and may_lead());

create policy seen on confirmations for select to liaison_app using (jit = asking_jit());

grant select, insert on confirmations to liaison_app;
