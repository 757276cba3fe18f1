"""What is refused because of another party's release is told to that party, and is one of few attempts a day.

The triggers that hold a derived exhibit to its parents name, to the server alone, which parents refuse and for which party
(`detail` of the exception). `tell_attempt` records the attempt and raises an alert for the originator of each of these parents.

Revision: 0104, after 0103
"""

from alembic import op

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table release_attempts (
      id uuid not null constraint pk_release_attempts primary key,
      jit uuid not null,
      seat uuid not null,
      attempted_at timestamptz not null,
      constraint fk_release_attempts_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint ck_release_attempts_attempted_at_within
        check (attempted_at >= '1900-01-01 00:00:00+00' and attempted_at < '2200-01-01 00:00:00+00')
    )
    """,
    "create index ix_release_attempts_seat_attempted_at on release_attempts (seat, attempted_at)",
    "alter table release_attempts enable row level security",
    "alter table release_attempts force row level security",
    "create policy definer on release_attempts to liaison_owner using (true) with check (true)",
    "create policy seen on release_attempts for select to liaison_app using (jit = asking_jit() and seat = asking_seat())",
    "grant select on release_attempts to liaison_app",
    "select guard_closed('release_attempts')",
    "alter table alerts add column recipient uuid",
    """
    alter table alerts add constraint fk_alerts_jit_recipient foreign key (jit, recipient) references parties (jit, id)
    """,
    "alter table alerts drop constraint ck_alerts_kind",
    """
    alter table alerts add constraint ck_alerts_kind
      check (kind in ('first_opening', 'copy', 'burst', 'emergency', 'handover', 'beyond'))
    """,
    "alter table alerts drop constraint ck_alerts_about",
    """
    alter table alerts add constraint ck_alerts_about
      check ((kind = 'emergency') = (emergency is not null) and (kind = 'handover') = (handover is not null)
             and (kind = 'beyond') = (recipient is not null)
             and (kind in ('emergency', 'handover', 'beyond')) = (opening is null))
    """,
)
FUNCTIONS = (
    # Which of the exhibits that bind this one do not release as far, to the party that the release is for.
    """
    create function exceeded_bounds(wanted releases) returns setof uuid
      language sql stable security definer set search_path = public, pg_temp
    begin atomic
      select b.bound_by from bounds b
        join evidence e on e.id = b.bound_by
          left join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = wanted.party
         where wanted.level > 0 and b.evidence = wanted.evidence
           and (r.party is null or ('H2' = any (e.handling) and not obtained_by(wanted.party, e.originator, e.joint))
                or not follows(wanted, r, 'H1' = any (e.handling)))
         order by b.bound_by;
    end
    """,
    """
    create or replace function within_bounds(wanted releases) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return not exists (select 1 from exceeded_bounds(wanted))
    """,
    # For the server, which tells nobody else: the party, and the exhibits that refuse.
    """
    create function refuse_beyond(wanted releases) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      refusing uuid[] := array(select exceeded_bounds(wanted));
    begin
      if refusing <> '{}' then
        raise exception 'it goes further than what it was derived from'
          using errcode = 'LB001', detail = array_to_string(wanted.party || refusing, ' ');
      end if;
    end $$
    """,
    # As in 0025, but that the exception names what refuses.
    """
    create or replace function hold_to_bounds() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if not exists (select 1 from bounds b where b.evidence = new.evidence) then return new; end if;
      if new.party = new.originator then
        if (tg_op = 'INSERT' or new.seats is distinct from old.seats) and exists (
             select 1 from bounds b join releases r on r.jit = b.jit and r.evidence = b.bound_by and r.party = new.party
              where b.evidence = new.evidence and not names_follow(new.seats, r)) then
          raise exception 'it names more than what it was derived from admits' using errcode = 'LB001';
        end if;
        new.purposes := own_purposes(new);
        new.court_use := own_court_use(new);
        return new;
      end if;
      if session_user = 'liaison_engine' then return new; end if;
      if tg_op = 'UPDATE' then
        if not gains(old, new) and (old.court_use or not new.court_use) then return new; end if;
      end if;
      perform hold_bounds(new.evidence);
      perform refuse_beyond(new);
      return new;
    end $$
    """,
    """
    create or replace function hold_wish_to_bounds() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from bounds b where b.evidence = new.evidence) then
        perform hold_bounds(new.evidence);
        perform refuse_beyond(as_release(new));
      end if;
      return new;
    end $$
    """,
    # An attempt of the asker's, and an alert for the originator of each exhibit that refused it: of what its party derived from alone.
    """
    create function tell_attempt(attempt uuid, to_party uuid, refusing uuid[])
      returns table (id uuid, originator uuid, evidence uuid, exhibit_number text, owner text)
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into release_attempts (id, jit, seat, attempted_at) values (attempt, asking_jit(), asking_seat(), statement_timestamp());
      return query
        with told as (
          insert into alerts (id, jit, originator, kind, evidence, party, seat, recipient, openings, raised_at, owner)
            select (left(attempt::text, 24) || left(md5(random()::text), 12))::uuid, e.jit, e.originator, 'beyond', e.id,
                   asking_party(), asking_seat(), to_party, 0, statement_timestamp(), leader_for(e.id, asking_party())
              from evidence e
             where e.jit = asking_jit() and e.id = any (refusing) and e.originator <> asking_party()
               and leader_for(e.id, asking_party()) is not null
               and (exists (select 1 from releases r where r.jit = e.jit and r.evidence = e.id and r.party = asking_party())
                    or exists (select 1 from bounds b join evidence c on c.id = b.evidence
                                where b.bound_by = e.id and c.originator = asking_party()))
          returning alerts.id, alerts.originator, alerts.evidence, alerts.owner)
        select t.id, t.originator, t.evidence, e.exhibit_number, m.code
          from told t join evidence e on e.id = t.evidence join members m on m.jit = e.jit and m.id = t.owner
         order by t.evidence;
    end $$
    """,
    "revoke all on function exceeded_bounds, refuse_beyond, tell_attempt from public",
    "grant execute on function tell_attempt to liaison_app",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("What originators were told would be lost; restore a backup made before.")
