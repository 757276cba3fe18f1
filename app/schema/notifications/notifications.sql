-- Notifications, the worker's position in each ledger (notification_cursors) and the notification settings of
-- accounts.
-- Columns: app/models/notifications/notifications.py. Whom a fact concerns: app/access/notification_rules.py. Use:
-- app/services/notifications/notifications.py.

-- Trigger `held` of notifications: a notification of a chat message is added only while the message mentions
-- the member. The lock makes a withdrawal at the same time wait, which then deletes the notification too.
-- Security definer: the engine reads no text and cannot lock messages.
create function hold_mention() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from messages m
    where m.id = new.talk and m.kind = 'talk' and new.seat = any (m.mentions) for share;
  return case when found then new end;
end $$;

-- Whether the asking member sees the notification, by the policy `seen`. The policy `updated` calls it: a policy cannot
-- query its own table itself. Runs with the rights of the caller.
create function is_shown(notification uuid) returns boolean
  language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from notifications n where n.id = is_shown.notification);
end $$;

revoke all on function is_shown from public;

grant execute on function is_shown to liaison_app;

alter table notification_cursors enable row level security;

alter table notification_cursors force row level security;

-- Only the worker reads and writes the position; the application has no access.
create policy engine on notification_cursors to liaison_engine using (true) with check (true);

create policy seen on notification_cursors for select to liaison_app using (false);

grant select, insert, update (next) on notification_cursors to liaison_engine;

alter table notification_preferences enable row level security;

alter table notification_preferences force row level security;

create policy engine on notification_preferences to liaison_engine using (true) with check (true);

-- Each account reads and writes its own settings; the worker reads all of them.
create policy inserted on notification_preferences for insert to liaison_app
  with check (account = asking_account());

create policy seen on notification_preferences for select to liaison_app using (account = asking_account());

create policy updated on notification_preferences for update to liaison_app
  using (account = asking_account())
  with check (account = asking_account());

grant select, insert, update on notification_preferences to liaison_app;

grant select on notification_preferences to liaison_engine;

alter table notifications enable row level security;

alter table notifications force row level security;

-- The worker adds notifications, attaches e-mails to them, and deletes old ones
-- (app/services/notifications/notification_jobs.py).
create policy engine on notifications to liaison_engine using (true) with check (true);

-- forget_mentions (coordination/messages.sql) runs as the owner and deletes notifications of chat messages.
create policy forgetting on notifications to liaison_owner using (talk is not null);

-- Read: one's own notifications, while these conditions hold. Lists, counts and e-mails use this policy, so
-- they agree.
-- 1. The member hears the ledger entry at `position`. By time (a deadline) and for chat there is no entry.
--    Members who check uploads in quarantine do not hear the entry: the subject decides.
-- 2. The member sees the subject, by the policies of its own table. There is one arm for each `noun`; an
--    unknown noun is not shown.
-- 3. What waits for an act still waits: the deadline is unchanged, the request is unanswered, the message
--    unread, the GO/no-go not given.
-- 4. The member's role still fits, where the subject awaits a leader or a signature.
create policy seen on notifications for select to liaison_app
  using ((jit = asking_jit()) and (seat = asking_seat())
         and (("position" is null) or (noun = 'quarantine')
              or (exists (
                   select 1 from (positions p join headers h on ((h.entry = p.entry)))
                    where ((p.jit = notifications.jit) and (p."position" = notifications."position"))
                    offset 0)))
         and case noun
           when 'task' then (exists (
             select 1 from tasks x
              where ((x.id = notifications.subject)
                     and ((notifications.moment is null)
                          or ((x.due_at = notifications.moment)
                              and (x.state
                                    in ('open', 'in_progress', 'blocked')))))
              offset 0))
           when 'evidence' then (exists (
             select 1 from evidence x
              where ((x.id = notifications.subject)
                     and ((notifications.kind
                            not in ('release.wanted', 'recall.wanted',
                              'evidence.court_use_wanted'))
                          or (exists (select 1 from waiting_releases w where (w.evidence = x.id) offset 0))))
              offset 0))
           when 'quarantine' then (exists (
             select 1 from evidence x
              where ((x.id = notifications.subject) and (x.verification = 'waiting')) offset 0))
           when 'consent' then (exists (
             select 1 from consents x
              where ((x.id = notifications.subject)
                     and ((notifications.moment is null) or (x.due_at = notifications.moment))
                     and ((notifications.kind not in ('consent.requested', 'consent.due'))
                          or (x.state in ('requested', 'seen')))) offset 0))
           when 'alert' then (exists (
             select 1 from alerts x
              where ((x.id = notifications.subject) and (x.owner = asking_seat())
                     and (x.acknowledged_at is null)) offset 0))
           when 'digest' then (exists (
             select 1 from digests x where (x.id = notifications.subject) offset 0))
           when 'handover' then (exists (
             select 1 from handovers x
              where ((x.id = notifications.subject)
                     and ((notifications.kind <> 'custody.offered') or (x.state = 'offered')))
              offset 0))
           when 'copy' then (exists (
             select 1 from copies x
              where ((x.id = notifications.subject) and (x.state = 'out')) offset 0))
           when 'flag' then (exists (
             select 1 from flags x
              where ((x.id = notifications.subject)
                     and ((notifications.kind <> 'evidence.flagged') or (x.decision is null)))
              offset 0))
           when 'seat' then (exists (
             select 1 from members x
              where ((x.id = notifications.subject) and (x.jit = asking_jit())
                     and ((notifications.moment is null) or (x.until = notifications.moment))
                     and (((notifications.kind <> 'member.proposed') or (x.state = 'proposed'))
                          and ((notifications.kind <> 'member.roles_proposed')
                               or ((x.state = 'seated') and (x.id <> asking_seat()) and exists (
                                 select 1 from role_changes c
                                  where ((c.member = x.id) and (c.outcome is null)) offset 0)))
                          and ((notifications.kind <> 'controller.designated')
                               or controller_waits(x.jit, x.id)))) offset 0))
           when 'message' then (exists (
             select 1 from messages x
              where ((x.id = notifications.subject) and (x.kind = 'decision')
                     and (asking_seat() = any (x.mentions))) offset 0))
           when 'talk' then (exists (
             select 1 from messages x
              where ((x.id = notifications.subject) and (x.kind = 'talk')
                     and (asking_seat() = any (x.mentions))
                     and (x.number > coalesce((
                           select r.number from read_marks r
                            where ((r.channel = x.channel) and (r.seat = asking_seat()))), 0))) offset 0))
           when 'operation' then (exists (
             select 1 from operations x
              where ((x.id = notifications.subject) and (x.state in ('planned', 'live'))
                     and (x.h_at > statement_timestamp())
                     and case notifications.kind
                       when 'operation.go_asked' then
                         (may_lead()
                          and (not (exists (
                                select 1 from operation_words w
                                 where ((w.operation = x.id) and (w.party = asking_party())
                                        and (w.word is not null) and (w.said_as = x.told_as)
                                        and (w.said_at > notifications.at))))))
                       else (exists (
                         select 1 from operation_words w
                          where ((w.operation = x.id) and (w.word = 'no_go')
                                 and (w.said_as = x.told_as))))
                       end) offset 0))
           when 'report' then (exists (
             select 1 from operation_reports x
              where ((x.id = notifications.subject) and (x.kind = 'incident')) offset 0))
           when 'action' then (exists (
             select 1 from action_plans x join actions a on a.jit = x.jit and a.id = x.action
                      join operations o on o.jit = a.jit and o.id = a.operation
              where ((x.action = notifications.subject)
                     and (x.authorisation_until = notifications.moment)
                     and (a.state = 'executing') and (o.state = 'live')) offset 0))
           when 'result' then (exists (
             select 1 from action_results x
              where ((x.id = notifications.subject)
                     and (exists (select 1 from result_links l where (l.result = x.id) offset 0))) offset 0))
           when 'media_line' then (exists (
             select 1 from media_lines x
              where ((x.operation = notifications.subject) and (not (x.erased ? 'text'))
                     and may_lead()
                     and (not (exists (
                           select 1 from media_approvals a
                            where ((a.operation = x.operation) and (a.line_version = x.version)
                                   and (a.party = asking_party())))))) offset 0))
           when 'note' then (not (exists (
             select 1 from briefing_marks b
              where ((b.seat = asking_seat()) and (b."position" >= notifications."position")) offset 0)))
           when 'signature' then (exists (
             select 1 from messages x
              where ((x.id = notifications.subject) and (x.kind = 'decision') and (x.text is not null)
                     and (asking_party() = any (x.signers))
                     and may_record_decisions()
                     and (not (exists (
                           select 1 from decision_signatures s
                            where ((s.message = x.id) and (s.party = asking_party())))))
                     and (not (exists (select 1 from messages l where (l.corrects = x.id))))) offset 0))
           when 'deadline' then (exists (
             select 1 from request_deadlines x
              where ((x.id = notifications.subject) and (x.ended_at is null) and (x.paused_at is null)
                     and (x.stopped_at is null) and (may_lead() or may_coordinate())
                     and ((notifications.kind <> 'request.deadline_near') or (x.missed_at is null))) offset 0))
           when 'challenge' then (exists (
             select 1 from notice_challenges x
              where ((x.id = notifications.subject) and (x.answer_due_at is not null)
                     and (may_lead() or may_coordinate())
                     and ((notifications.kind <> 'notice.answer_near')
                          or (x.answer_due_at > statement_timestamp()))
                     and ((notifications.kind <> 'notice.answer_missed')
                          or (x.answer_due_at <= statement_timestamp()))) offset 0))
           when 'notice' then (exists (
             select 1 from notices x join notice_contents c on c.jit = x.jit and c.notice = x.id
              where ((x.id = notifications.subject) and (x.party = asking_party())
                     and (may_lead() or may_coordinate())
                     and (x.state not in ('refused', 'withdrawn', 'expired', 'recalled'))
                     and (c.review_on <= ((statement_timestamp() at time zone 'utc')::date + 15))) offset 0))
           when 'hearing' then (may_lead() and (exists (
             select 1 from changed_reference_uses(notifications.subject) x where (x.party = asking_party()) offset 0)))
           when 'admissibility' then (may_lead() and (exists (
             select 1 from changed_reference_uses(notifications.subject) x where (x.party = asking_party()) offset 0)))
           when 'request' then (may_lead() and (exists (
             select 1 from changed_reference_uses(notifications.subject) x where (x.party = asking_party()) offset 0)))
           when 'party' then (may_lead() and (exists (
             select 1 from parties x
              where ((x.id = notifications.subject) and (x.jit = asking_jit())
                     and ((notifications.kind not in ('party.suspension_proposed', 'party.suspended_at_once'))
                          or (exists (
                            select 1 from suspensions s
                             where ((s.party = x.id) and (s.jit = x.jit) and (s.ended_at is null)
                                    and (s.confirmed_at is null)) offset 0)))) offset 0)))
           else false
           end);

-- Mark as read, archive: one's own notifications that `seen` shows.
create policy updated on notifications for update to liaison_app
  using (jit = asking_jit() and seat = asking_seat() and is_shown(id))
  with check (jit = asking_jit() and seat = asking_seat());

-- A member changes only whether a notification is read or archived; this also goes on in a closed team.
grant select, update (read_at, reading, dismissed_at, version) on notifications to liaison_app;

grant select, insert, delete, update (mail, digest) on notifications to liaison_engine;

-- A notification of a chat message is added only while it mentions the member.
create trigger held before insert on notifications for each row
  when (new.talk is not null)
  execute function hold_mention();
