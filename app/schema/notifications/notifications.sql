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
  using ((jit = asking_jit()) AND (seat = asking_seat())
         AND (("position" IS NULL) OR (noun = 'quarantine'::text)
              OR (EXISTS (
                   SELECT 1 FROM (positions p JOIN headers h ON ((h.entry = p.entry)))
                    WHERE ((p.jit = notifications.jit) AND (p."position" = notifications."position"))
                    OFFSET 0)))
         AND CASE noun
           WHEN 'task'::text THEN (EXISTS (
             SELECT 1 FROM tasks x
              WHERE ((x.id = notifications.subject)
                     AND ((notifications.moment IS NULL)
                          OR ((x.due_at = notifications.moment)
                              AND (x.state
                                    = ANY (ARRAY['open'::text, 'in_progress'::text, 'blocked'::text])))))
              OFFSET 0))
           WHEN 'evidence'::text THEN (EXISTS (
             SELECT 1 FROM evidence x
              WHERE ((x.id = notifications.subject)
                     AND ((notifications.kind
                            <> ALL (ARRAY['release.wanted'::text, 'recall.wanted'::text,
                              'evidence.court_use_wanted'::text]))
                          OR (EXISTS (SELECT 1 FROM waiting_releases w WHERE (w.evidence = x.id) OFFSET 0))))
              OFFSET 0))
           WHEN 'quarantine'::text THEN (EXISTS (
             SELECT 1 FROM evidence x
              WHERE ((x.id = notifications.subject) AND (x.verification = 'waiting'::text)) OFFSET 0))
           WHEN 'consent'::text THEN (EXISTS (
             SELECT 1 FROM consents x
              WHERE ((x.id = notifications.subject)
                     AND ((notifications.moment IS NULL) OR (x.due_at = notifications.moment))
                     AND ((notifications.kind <> ALL (ARRAY['consent.requested'::text, 'consent.due'::text]))
                          OR (x.state = ANY (ARRAY['requested'::text, 'seen'::text])))) OFFSET 0))
           WHEN 'alert'::text THEN (EXISTS (
             SELECT 1 FROM alerts x
              WHERE ((x.id = notifications.subject) AND (x.owner = asking_seat())
                     AND (x.acknowledged_at IS NULL)) OFFSET 0))
           WHEN 'digest'::text THEN (EXISTS (
             SELECT 1 FROM digests x WHERE (x.id = notifications.subject) OFFSET 0))
           WHEN 'handover'::text THEN (EXISTS (
             SELECT 1 FROM handovers x
              WHERE ((x.id = notifications.subject)
                     AND ((notifications.kind <> 'custody.offered'::text) OR (x.state = 'offered'::text)))
              OFFSET 0))
           WHEN 'copy'::text THEN (EXISTS (
             SELECT 1 FROM copies x
              WHERE ((x.id = notifications.subject) AND (x.state = 'out'::text)) OFFSET 0))
           WHEN 'flag'::text THEN (EXISTS (
             SELECT 1 FROM flags x
              WHERE ((x.id = notifications.subject)
                     AND ((notifications.kind <> 'evidence.flagged'::text) OR (x.decision IS NULL)))
              OFFSET 0))
           WHEN 'seat'::text THEN (EXISTS (
             SELECT 1 FROM members x
              WHERE ((x.id = notifications.subject) AND (x.jit = asking_jit())
                     AND ((notifications.moment IS NULL) OR (x.until = notifications.moment))
                     AND (((notifications.kind <> 'member.proposed'::text) OR (x.state = 'proposed'::text))
                          AND ((notifications.kind <> 'controller.designated'::text)
                               OR controller_waits(x.jit, x.id)))) OFFSET 0))
           WHEN 'message'::text THEN (EXISTS (
             SELECT 1 FROM messages x
              WHERE ((x.id = notifications.subject) AND (x.kind = 'decision'::text)
                     AND (asking_seat() = ANY (x.mentions))) OFFSET 0))
           WHEN 'talk'::text THEN (EXISTS (
             SELECT 1 FROM messages x
              WHERE ((x.id = notifications.subject) AND (x.kind = 'talk'::text)
                     AND (asking_seat() = ANY (x.mentions))
                     AND (x.number > COALESCE((
                           SELECT r.number FROM read_marks r
                            WHERE ((r.channel = x.channel) AND (r.seat = asking_seat()))), 0))) OFFSET 0))
           WHEN 'operation'::text THEN (EXISTS (
             SELECT 1 FROM operations x
              WHERE ((x.id = notifications.subject) AND (x.state = ANY (ARRAY['planned'::text, 'live'::text]))
                     AND (x.h_at > statement_timestamp())
                     AND CASE notifications.kind
                       WHEN 'operation.go_asked'::text THEN
                         (may_lead()
                          AND (NOT (EXISTS (
                                SELECT 1 FROM operation_words w
                                 WHERE ((w.operation = x.id) AND (w.party = asking_party())
                                        AND (w.word IS NOT NULL) AND (w.said_as = x.told_as)
                                        AND (w.said_at > notifications.at))))))
                       ELSE (EXISTS (
                         SELECT 1 FROM operation_words w
                          WHERE ((w.operation = x.id) AND (w.word = 'no_go'::text)
                                 AND (w.said_as = x.told_as))))
                       END) OFFSET 0))
           WHEN 'report'::text THEN (EXISTS (
             SELECT 1 FROM operation_reports x
              WHERE ((x.id = notifications.subject) AND (x.kind = 'incident'::text)) OFFSET 0))
           WHEN 'result'::text THEN (EXISTS (
             SELECT 1 FROM action_results x
              WHERE ((x.id = notifications.subject)
                     AND (EXISTS (SELECT 1 FROM result_links l WHERE (l.result = x.id) OFFSET 0))) OFFSET 0))
           WHEN 'media_line'::text THEN (EXISTS (
             SELECT 1 FROM media_lines x
              WHERE ((x.operation = notifications.subject) AND (NOT (x.erased ? 'text'::text))
                     AND may_lead()
                     AND (NOT (EXISTS (
                           SELECT 1 FROM media_approvals a
                            WHERE ((a.operation = x.operation) AND (a.line_version = x.version)
                                   AND (a.party = asking_party())))))) OFFSET 0))
           WHEN 'note'::text THEN (NOT (EXISTS (
             SELECT 1 FROM briefing_marks b
              WHERE ((b.seat = asking_seat()) AND (b."position" >= notifications."position")) OFFSET 0)))
           WHEN 'signature'::text THEN (EXISTS (
             SELECT 1 FROM messages x
              WHERE ((x.id = notifications.subject) AND (x.kind = 'decision'::text) AND (x.text IS NOT NULL)
                     AND (asking_party() = ANY (x.signers))
                     AND may_record_decisions()
                     AND (NOT (EXISTS (
                           SELECT 1 FROM decision_signatures s
                            WHERE ((s.message = x.id) AND (s.party = asking_party())))))
                     AND (NOT (EXISTS (SELECT 1 FROM messages l WHERE (l.corrects = x.id))))) OFFSET 0))
           WHEN 'deadline'::text THEN (EXISTS (
             SELECT 1 FROM request_deadlines x
              WHERE ((x.id = notifications.subject) AND (x.ended_at IS NULL) AND (x.paused_at IS NULL)
                     AND (x.stopped_at IS NULL) AND (may_lead() or may_coordinate())
                     AND ((notifications.kind <> 'request.deadline_near'::text) OR (x.missed_at IS NULL))) OFFSET 0))
           WHEN 'challenge'::text THEN (EXISTS (
             SELECT 1 FROM notice_challenges x
              WHERE ((x.id = notifications.subject) AND (x.answer_due_at IS NOT NULL)
                     AND (may_lead() or may_coordinate())
                     AND ((notifications.kind <> 'notice.answer_near'::text)
                          OR (x.answer_due_at > statement_timestamp()))
                     AND ((notifications.kind <> 'notice.answer_missed'::text)
                          OR (x.answer_due_at <= statement_timestamp()))) OFFSET 0))
           WHEN 'notice'::text THEN (EXISTS (
             SELECT 1 FROM notices x JOIN notice_contents c ON c.jit = x.jit AND c.notice = x.id
              WHERE ((x.id = notifications.subject) AND (x.party = asking_party())
                     AND (may_lead() or may_coordinate())
                     AND (x.state <> ALL (ARRAY['refused'::text, 'withdrawn'::text, 'expired'::text, 'recalled'::text]))
                     AND (c.review_on <= ((statement_timestamp() AT TIME ZONE 'utc')::date + 15))) OFFSET 0))
           ELSE false
           END);

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
