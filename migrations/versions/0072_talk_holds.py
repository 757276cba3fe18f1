"""Talk holds: what is put beside a message goes with it, and is bounded; a name that was erased is read nowhere; marks outlive the team.

A translation looks at its message once more, under a lock, and so does the channel's end. Links and mentions of a decision are of the
transaction and the words of its entry. How far a seat has read is its own affair, in a closed team too; so is the end of its feeds.
Revocation of a feed and of a seat is told to nobody who shows its secret; only a secret that never was counts as a guess. A digest
marks what it told of.

Revision: 0072, after 0071
"""

from alembic import op

revision = "0072"
down_revision = "0071"
branch_labels = None
depends_on = None

#: As `MOST` in services/translations.py and services/talk.py.
TRANSLATIONS = 40
CORRECTIONS = 40
#: In the place of a name that is gone, as in 0062.
GONE = "\N{EM DASH}"
FUNCTIONS = (
    # Locks in the order of everybody who writes here: the message, the channel's pulse. Whoever takes the words back meanwhile waits,
    # and takes this with them; whoever did before is seen.
    f"""
    create function hold_translation() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      within uuid;
    begin
      select m.channel into within from messages m
       where m.id = new.message and m.jit = new.jit and m.text is not null and m.version = new.of_version for share;
      if within is null then
        raise exception 'there are no such words to translate' using errcode = 'insufficient_privilege';
      end if;
      update pulses p set beats = beats + 1 where p.channel = within;
      if not exists (select 1 from channels c where c.id = within and c.closed_at is null) then
        raise exception 'the channel is closed' using errcode = 'insufficient_privilege';
      end if;
      if (select count(*) from translations t where t.message = new.message) > {TRANSLATIONS} then
        raise exception 'a message has so many translations at most' using errcode = 'LJ003';
      end if;
      return null;
    end $$
    """,  # noqa: S608 - constants of this file
    """
    create function bound_corrections() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      raise exception 'talk is corrected so often at most' using errcode = 'LJ003';
    end $$
    """,
    # Whichever entry of the channel it was erased from: nobody can name a channel anew.
    f"""
    create function forget_channel() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      named uuid;
    begin
      update channels c set name = '{GONE}', version = c.version + 1 from headers h
       where h.entry = old.entry and c.jit = h.jit and c.id = h.about and c.name = old.value::jsonb #>> '{{}}'
      returning c.id into named;
      update pulses p set beats = beats + 1 where p.channel = named;
      return null;
    end $$
    """,  # noqa: S608
    # An exhibit that a decision mentions: an entry of the same transaction says so, of this message, this exhibit and this place.
    """
    create function demand_mentioned() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if session_user in ('liaison_app', 'liaison_engine')
         and exists (select 1 from messages m where m.id = new.message and m.kind = 'decision')
         and not exists (
           select 1 from pending q join headers h on h.entry = q.entry and h.kind = 'decision.mentioned'
             join entry_audience a on a.entry = h.entry and a.mentions = new.evidence
             join fields f on f.entry = h.entry and f.name = 'place_in_text'
            where q.jit = new.jit and q.xmin = pg_current_xact_id()::xid
              and h.subject::jsonb ->> 'message' = new.message::text and f.value = new.place::text) then
        raise exception 'what a decision mentions stands in its ledger' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
    # Whom a decision names stands in its words, which are those of its entry.
    """
    create function demand_named() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if exists (select 1 from members m where m.jit = new.jit and m.id = any (new.mentions)
                   and new.text !~ ('@' || m.code || '(?![0-9])')) then
        raise exception 'whom a decision names stands in its words' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end $$
    """,
)
STATEMENTS = (
    "drop trigger told on translations",
    "create trigger held after insert on translations for each row execute function hold_translation()",
    f"""
    create trigger bounded before update on messages for each row
      when (old.kind = 'talk' and new.taken_back_at is null and old.version > {CORRECTIONS}) execute function bound_corrections()
    """,
    """
    create trigger nameless after delete on fields for each row when (old.name = 'channel_name')
      execute function forget_channel()
    """,
    """
    create constraint trigger entered after insert on message_links deferrable initially deferred for each row
      execute function demand_mentioned()
    """,
    """
    create trigger named after insert on messages for each row
      when (new.kind = 'decision' and cardinality(new.mentions) > 0) execute function demand_named()
    """,
    (
        "revoke all on function hold_translation, bound_corrections, forget_channel, demand_mentioned, demand_named"
        " from public"
    ),
    "create policy mentioning on fields for select to liaison_owner using (name = 'place_in_text' and jit = asking_jit())",
    # A seat's own affair, and no fact of the team.
    *(f"drop trigger closed_{act} on read_marks" for act in ("insert", "update")),
    *(f"drop trigger closed_{act} on briefing_marks" for act in ("insert", "update", "delete")),
    "drop function calendar_feed_of(bytea, boolean)",
    """
    create function calendar_feed_of(digest bytea, demonstration boolean)
      returns table (feed uuid, jit uuid, seat uuid, account uuid, stands boolean)
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select f.id, f.jit, f.seat, m.account,
               f.revoked_at is null and a.closed_at is null and (calendar_feed_of.demonstration or not a.demonstration)
          from calendar_feeds f
          join members m on m.jit = f.jit and m.id = f.seat
          join accounts a on a.id = m.account
         where f.secret_hash = calendar_feed_of.digest;
      end
    """,
    "revoke all on function calendar_feed_of(bytea, boolean) from public",
    "grant execute on function calendar_feed_of(bytea, boolean) to liaison_app",
    "alter table notifications add column digest uuid constraint fk_notifications_digest references mails (id)",
    "create index ix_notifications_digest on notifications (digest)",
    "grant update (digest) on notifications to liaison_engine",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*FUNCTIONS, *STATEMENTS):
        op.execute(statement)


def downgrade() -> None:
    raise RuntimeError("Words that were taken back could be read in a translation; restore a backup made before.")
