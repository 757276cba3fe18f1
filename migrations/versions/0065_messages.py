"""Channels, and what is said in them: talk off the record, decisions on it.

Only a channel's parties read it (`sits_in`, the twin of `access/channels.py`). A decision's row is nothing without its entry,
with those very words; when they are erased from the ledger, they go here too. Talk is its author's to correct, and the
database keeps what it said before; it is read for as long as the agreement says, and not a moment longer. `pulses` tells the
live channel that something changed, and gives messages their numbers under its lock: a number is never seen before a lower one.

Revision: 0065, after 0064
"""

from alembic import op

revision = "0065"
down_revision = "0064"
branch_labels = None
depends_on = None

TABLES = (
    """
    create table talk_rules (
      id uuid not null constraint pk_talk_rules primary key,
      jit uuid not null,
      days integer not null constraint ck_talk_rules_days check (days between 1 and 3650),
      clause text not null,
      decided_by uuid not null,
      decided_at timestamptz not null,
      constraint fk_talk_rules_jit_decided_by foreign key (jit, decided_by) references members (jit, id)
    )
    """,
    "create index ix_talk_rules_jit_id on talk_rules (jit, id)",
    """
    create table channels (
      id uuid not null constraint pk_channels primary key,
      jit uuid not null,
      name text not null,
      whole boolean not null,
      parties uuid[] not null,
      service boolean not null,
      opened_by uuid not null,
      opened_at timestamptz not null,
      closed_by uuid,
      closed_at timestamptz,
      close_reason text,
      version integer not null default 1,
      constraint uq_channels_jit_id unique (jit, id),
      constraint ck_channels_parties check (whole = (cardinality(parties) = 0)),
      constraint ck_channels_closed
        check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null)),
      constraint fk_channels_jit_opened_by foreign key (jit, opened_by) references members (jit, id),
      constraint fk_channels_jit_closed_by foreign key (jit, closed_by) references members (jit, id)
    )
    """,
    """
    create table pulses (
      channel uuid not null constraint pk_pulses primary key,
      jit uuid not null,
      numbered integer not null default 0,
      beats integer not null default 0,
      constraint fk_pulses_jit_channel foreign key (jit, channel) references channels (jit, id)
    )
    """,
    "create index ix_pulses_jit on pulses (jit)",
    """
    create table messages (
      id uuid not null constraint pk_messages primary key,
      jit uuid not null,
      channel uuid not null,
      number integer not null,
      kind text not null constraint ck_messages_kind check (kind in ('talk', 'decision')),
      seat uuid not null,
      text text constraint ck_messages_text check (length(text) between 1 and 10000),
      mentions uuid[] not null,
      entry uuid,
      corrects uuid,
      at timestamptz not null,
      corrected_at timestamptz,
      taken_back_at timestamptz,
      version integer not null default 1,
      words tsvector generated always as (to_tsvector('simple', coalesce(text, ''))) stored,
      constraint uq_messages_channel_number unique (channel, number),
      constraint uq_messages_jit_id unique (jit, id),
      constraint uq_messages_corrects unique (corrects),
      constraint uq_messages_entry unique (entry),
      constraint ck_messages_recorded check ((kind = 'decision') = (entry is not null)),
      constraint ck_messages_unchanged
        check (kind = 'talk' or (corrected_at is null and taken_back_at is null and version = 1)),
      constraint ck_messages_corrects check (kind = 'decision' or corrects is null),
      constraint ck_messages_taken_back check ((taken_back_at is null or text is null) and cardinality(mentions) <= 50),
      constraint fk_messages_jit_channel foreign key (jit, channel) references channels (jit, id),
      constraint fk_messages_jit_seat foreign key (jit, seat) references members (jit, id),
      constraint fk_messages_jit_corrects foreign key (jit, corrects) references messages (jit, id)
    )
    """,
    "create index ix_messages_talk on messages (channel, at) where kind = 'talk'",
    """
    create table former_words (
      message uuid not null,
      version integer not null,
      jit uuid not null,
      text text not null,
      until timestamptz not null,
      constraint pk_former_words primary key (message, version),
      constraint fk_former_words_jit_message foreign key (jit, message) references messages (jit, id) on delete cascade
    )
    """,
    """
    create table message_links (
      message uuid not null,
      place integer not null constraint ck_message_links_place check (place between 1 and 50),
      jit uuid not null,
      evidence uuid not null,
      constraint pk_message_links primary key (message, place),
      constraint fk_message_links_jit_message foreign key (jit, message) references messages (jit, id) on delete cascade,
      constraint fk_message_links_jit_evidence foreign key (jit, evidence) references evidence (jit, id)
    )
    """,
    "create index ix_message_links_evidence on message_links (evidence)",
    """
    create table translations (
      id uuid not null constraint pk_translations primary key,
      jit uuid not null,
      message uuid not null,
      of_version integer not null,
      language text not null constraint ck_translations_language check (language ~ '^[a-z]{2,3}$'),
      text text constraint ck_translations_text check (length(text) between 1 and 20000),
      seat uuid not null,
      service text,
      at timestamptz not null,
      entry uuid,
      constraint uq_translations_entry unique (entry),
      constraint fk_translations_jit_message foreign key (jit, message) references messages (jit, id) on delete cascade,
      constraint fk_translations_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
    "create index ix_translations_message_id on translations (message, id)",
    """
    create table read_marks (
      channel uuid not null,
      seat uuid not null,
      jit uuid not null,
      number integer not null,
      constraint pk_read_marks primary key (channel, seat),
      constraint fk_read_marks_jit_channel foreign key (jit, channel) references channels (jit, id),
      constraint fk_read_marks_jit_seat foreign key (jit, seat) references members (jit, id)
    )
    """,
)
NAMES = (
    "talk_rules",
    "channels",
    "pulses",
    "messages",
    "former_words",
    "message_links",
    "translations",
    "read_marks",
)
#: What is erasable of these kinds, as in ledger/erasable.py.
ERASABLE = {
    "channel.closed": ("channel_name",),
    "channel.opened": ("channel_name",),
    "decision.corrected": ("channel_name", "text"),
    "decision.mentioned": ("channel_name",),
    "decision.recorded": ("channel_name", "text"),
    "decision.translated": ("channel_name", "text"),
}
#: How long talk is kept where the agreement says nothing: the twin of `DAYS` in services/talk_rules.py.
UNSAID = 30
_OF_THE_UNION = (
    "exists (select 1 from parties p where p.jit = asking_jit() and p.id = {} and not beyond_the_union(p.kind){})"
)
FUNCTIONS = (
    f"""
    create function sits_in(everybody boolean, named uuid[]) returns boolean
      language sql stable set search_path = public, pg_temp
      return asking_party() is not null and asking_seat() is not null and not 'auditor' = any (asking_roles())
        and (everybody or asking_party() = any (named)) and {_OF_THE_UNION.format("asking_party()", "")}
    """,
    # A channel is for parties that take part, none of them beyond the Union.
    f"""
    create function may_meet(named uuid[]) returns boolean language sql stable set search_path = public, pg_temp
      return not exists (
        select 1 from unnest(named) as n (party)
         where not {_OF_THE_UNION.format("n.party", " and p.status = 'active'")})
    """,  # noqa: S608
    # Who is spoken to by name is of the channel.
    """
    create function sit_in(wanted uuid, named uuid[]) returns boolean language sql stable set search_path = public, pg_temp
      return not exists (
        select 1 from unnest(named) as n (seat) where not exists (
          select 1 from members m join parties p on p.jit = m.jit and p.id = m.party
            join channels c on c.jit = m.jit and c.id = wanted
           where m.jit = asking_jit() and m.id = n.seat and m.state = 'seated' and not 'auditor' = any (m.roles)
             and not beyond_the_union(p.kind) and (c.whole or p.id = any (c.parties))))
    """,
    # A decision is put right by whoever recorded it, or by a leader of that party; once.
    """
    create function may_put_right(wanted uuid, within uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return exists (
        select 1 from messages m join members s on s.jit = m.jit and s.id = m.seat
         where m.jit = asking_jit() and m.id = wanted and m.channel = within and m.kind = 'decision'
           and (m.seat = asking_seat() or (s.party = asking_party() and 'leader' = any (asking_roles()))))
    """,
    f"""
    create function talk_kept() returns timestamptz language sql stable set search_path = public, pg_temp
      return statement_timestamp() - make_interval(days => coalesce(
        (select r.days from talk_rules r where r.jit = asking_jit() order by r.id desc limit 1), {UNSAID}))
    """,  # noqa: S608 - the parts are constants of this file
    f"""
    create function erase_old_talk(most integer) returns integer
      language sql security definer set search_path = public, pg_temp
      begin atomic
        with due as (
          select m.id from channels c
            cross join lateral (select statement_timestamp() - make_interval(days => coalesce(
              (select r.days from talk_rules r where r.jit = c.jit order by r.id desc limit 1), {UNSAID})) as until) k
            cross join lateral (
              select x.id from messages x where x.channel = c.id and x.kind = 'talk' and x.at <= k.until limit most) m
           limit most),
        gone as (delete from messages m using due d where m.id = d.id returning m.id)
        select count(*)::integer from gone;
      end
    """,  # noqa: S608
    """
    create function begin_pulse() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into pulses (channel, jit) values (new.id, new.jit);
      return null;
    end $$
    """,
    # After its last word: who is writing at this moment is waited for, and who comes then finds it closed.
    """
    create function close_channel() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update pulses set beats = beats + 1 where channel = new.id;
      return new;
    end $$
    """,
    # Number 0 is no number: row-level security then says no, alike for a channel that is closed, hidden or absent.
    """
    create function number_message() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      new.at := moment_near(new.at);
      update pulses p set numbered = numbered + 1, beats = beats + 1 where p.channel = new.channel and p.jit = new.jit
        returning p.numbered into new.number;
      if new.number is null or not exists (select 1 from channels c where c.id = new.channel and c.closed_at is null) then
        new.number := 0;
      end if;
      return new;
    end $$
    """,
    """
    create function keep_former_words() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if old.kind = 'decision' then
        return new;
      end if;
      new.version := old.version + 1;
      if new.taken_back_at is not null then
        new.taken_back_at := moment_near(new.taken_back_at);
        new.text := null;
        new.mentions := '{}';
        delete from former_words f where f.message = old.id;
        delete from translations t where t.message = old.id;
      elsif new.text is null then
        raise exception 'talk is corrected or taken back' using errcode = 'insufficient_privilege';
      else
        new.corrected_at := moment_near(coalesce(new.corrected_at, statement_timestamp()));
        insert into former_words (message, version, jit, text, until)
          values (old.id, old.version, old.jit, old.text, new.corrected_at);
      end if;
      delete from message_links l where l.message = old.id;
      return new;
    end $$
    """,
    """
    create function beat() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if tg_table_name = 'translations' then
        update pulses p set beats = beats + 1 from messages m where m.id = new.message and p.channel = m.channel;
      else
        update pulses p set beats = beats + 1 where p.channel = old.channel;
      end if;
      return null;
    end $$
    """,
    """
    create function time_translation() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      new.at := moment_near(new.at);
      return new;
    end $$
    """,
    # What is erased from the ledger is not read here either.
    """
    create function forget_decision() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      update messages m set text = null where m.entry = old.entry;
      update translations t set text = null where t.entry = old.entry;
      return null;
    end $$
    """,
    "revoke all on function may_put_right, erase_old_talk from public",
    "grant execute on function may_put_right to liaison_app",
    "grant execute on function erase_old_talk to liaison_engine",
)
TRIGGERS = (
    "create trigger pulse after insert on channels for each row execute function begin_pulse()",
    """
    create trigger closing before update on channels for each row when (new.closed_at is distinct from old.closed_at)
      execute function close_channel()
    """,
    "create trigger numbered before insert on messages for each row execute function number_message()",
    "create trigger kept before update on messages for each row execute function keep_former_words()",
    "create trigger told after update or delete on messages for each row execute function beat()",
    "create trigger told after insert on translations for each row execute function beat()",
    "create trigger timed before insert on translations for each row execute function time_translation()",
    """
    create trigger forgotten after delete on fields for each row when (old.name = 'text')
      execute function forget_decision()
    """,
)

_OURS = "jit = asking_jit() and sits_in(whole, parties)"
_LEADS = "asking_roles() && array['leader', 'coordinator']"
_CHANNEL = "exists (select 1 from channels c where c.id = {table}.channel and c.jit = {table}.jit{more} offset 0)"
_MESSAGE = "exists (select 1 from messages m where m.id = {table}.message and m.jit = {table}.jit{more} offset 0)"
# Who joins the team later reads what was said to all of it from then on: ids grow with time, a party's own as well.
_READ = (
    _CHANNEL.format(table="messages", more=" and (not c.whole or messages.id > asking_party())")
    + " and (kind = 'decision' or at > (select talk_kept()))"
)
_ENTRY = (
    "exists (select 1 from headers h join fields f on f.entry = h.entry and f.name = 'text'"
    " where h.entry = {table}.entry and h.jit = {table}.jit and h.party = asking_party() and h.kind in ({kinds})"
    " and h.subject::jsonb ->> '{subject}' = {table}.id::text and f.value::jsonb #>> '{{}}' = {table}.text{more} offset 0)"
)
_RECORDED = _ENTRY.format(
    table="messages",
    kinds="'decision.recorded', 'decision.corrected'",
    subject="message",
    more=" and h.about = messages.channel and (h.kind = 'decision.corrected') = (messages.corrects is not null)",
)
_SAID = (
    "jit = asking_jit() and seat = asking_seat() and number > 0 and corrected_at is null and taken_back_at is null"
    " and text is not null and version = 1 and "
    + _CHANNEL.format(table="messages", more=" and c.closed_at is null")
    + " and sit_in(channel, mentions) and (kind = 'talk' or (asking_roles() && array['leader', 'member', 'coordinator']"
    f" and (corrects is null or may_put_right(corrects, channel)) and {_RECORDED}))"
)
_TRANSLATED = _ENTRY.format(table="translations", kinds="'decision.translated'", subject="translation", more="")
_EXHIBIT = "exists (select 1 from evidence e where e.id = message_links.evidence offset 0)"
POLICIES = (
    ("talk_rules", "select", "using (jit = asking_jit())"),
    (
        "talk_rules",
        "insert",
        ("with check (jit = asking_jit() and decided_by = asking_seat() and 'administrator' = any (asking_roles()))"),
    ),
    ("channels", "select", f"using ({_OURS})"),
    (
        "channels",
        "insert",
        (
            f"with check ({_OURS} and {_LEADS} and opened_by = asking_seat() and closed_at is null and version = 1"
            " and may_meet(parties))"
        ),
    ),
    (
        "channels",
        "update",
        f"using ({_OURS} and {_LEADS} and closed_at is null) with check ({_OURS} and {_LEADS} and closed_by = asking_seat())",
    ),
    ("pulses", "select", "using (false)"),
    ("messages", "select", f"using (jit = asking_jit() and {_READ})"),
    ("messages", "insert", f"with check ({_SAID})"),
    (
        "messages",
        "update",
        (
            "using (jit = asking_jit() and seat = asking_seat() and kind = 'talk' and taken_back_at is null"
            f" and {_READ}) with check (jit = asking_jit() and seat = asking_seat() and sit_in(channel, mentions)"
            " and (taken_back_at is not null or "
            + _CHANNEL.format(table="messages", more=" and c.closed_at is null")
            + "))"
        ),
    ),
    ("former_words", "select", f"using (jit = asking_jit() and {_MESSAGE.format(table='former_words', more='')})"),
    (
        "message_links",
        "select",
        f"using (jit = asking_jit() and {_MESSAGE.format(table='message_links', more='')} and {_EXHIBIT})",
    ),
    (
        "message_links",
        "insert",
        (
            "with check (jit = asking_jit() and "
            + _MESSAGE.format(table="message_links", more=" and m.seat = asking_seat() and m.taken_back_at is null")
            + f" and {_EXHIBIT})"
        ),
    ),
    ("translations", "select", f"using (jit = asking_jit() and {_MESSAGE.format(table='translations', more='')})"),
    (
        "translations",
        "insert",
        (
            "with check (jit = asking_jit() and seat = asking_seat() and text is not null and "
            + _MESSAGE.format(
                table="translations",
                more=" and m.text is not null and m.version = translations.of_version"
                " and (m.kind = 'decision') = (translations.entry is not null)",
            )
            + f" and (entry is null or {_TRANSLATED}))"
        ),
    ),
    *(
        (
            "read_marks",
            act,
            f"{word} (jit = asking_jit() and seat = asking_seat() and {_CHANNEL.format(table='read_marks', more='')})",
        )
        for act, word in (("select", "using"), ("insert", "with check"), ("update", "using"))
    ),
)
#: In a closed team nothing is said any more (0059); that talk ends goes on, and so do the pulses that tell of it.
CLOSED = {
    "talk_rules": ("insert",),
    "channels": ("insert", "update"),
    "pulses": ("insert",),
    "messages": ("insert", "update"),
    "former_words": ("insert",),
    "message_links": ("insert",),
    "translations": ("insert", "update"),
    "read_marks": ("insert", "update"),
}
_ACTS = {"select": "seen", "insert": "inserted", "update": "updated"}

GRANTS = (
    "grant select, insert on talk_rules to liaison_app",
    "grant select, insert, update (closed_by, closed_at, close_reason, version) on channels to liaison_app",
    "grant select, insert, update (text, mentions, corrected_at, taken_back_at) on messages to liaison_app",
    "grant select on former_words to liaison_app",
    "grant select, insert on message_links to liaison_app",
    "grant select, insert on translations to liaison_app",
    "grant select, insert, update (number) on read_marks to liaison_app",
    "grant select (id, jit, whole, parties) on channels to liaison_engine",
    "grant select (channel, jit, beats) on pulses to liaison_engine",
    "create policy engine on channels for select to liaison_engine using (true)",
    "create policy engine on pulses for select to liaison_engine using (true)",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '5s'")
    for statement in (*TABLES, *FUNCTIONS, *TRIGGERS):
        op.execute(statement)
    # The list as it stands, whoever added to it before, and these kinds.
    asked = "select pg_get_functiondef('is_erasable(text, text)'::regprocedure)"
    said = op.get_bind().exec_driver_sql(asked).scalar_one()
    assert said.count("ELSE false") == 1, said
    arms = ("WHEN '{}' THEN field = ANY ('{{{}}}')".format(kind, ",".join(names)) for kind, names in ERASABLE.items())
    op.execute(said.replace("ELSE false", f"{' '.join(arms)} ELSE false"))
    for table in NAMES:
        op.execute(f"alter table {table} enable row level security")
        op.execute(f"alter table {table} force row level security")
    for table in ("talk_rules", "channels", "pulses", "messages", "former_words", "message_links", "translations"):
        op.execute(f"create policy definer on {table} to liaison_owner using (true) with check (true)")
    for table, act, rule in POLICIES:
        op.execute(f"create policy {_ACTS[act]} on {table} for {act} to liaison_app {rule}")
    for statement in GRANTS:
        op.execute(statement)
    for table, acts in CLOSED.items():
        op.execute(f"select guard_closed('{table}', array[{', '.join(repr(act) for act in acts)}])")


def downgrade() -> None:
    raise RuntimeError("Decisions on record would be entries without their channels; restore a backup made before.")
