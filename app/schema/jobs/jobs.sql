-- Row-level security and grants of jobs: background jobs of the worker. A job belongs to no team.
-- Columns: app/models/jobs.py. Use: app/jobs/.

alter table jobs enable row level security;

alter table jobs force row level security;

-- The worker runs the jobs of every team.
create policy engine on jobs to liaison_engine using (true) with check (true);

-- The owner: enqueue_job writes a job with a key.
create policy enqueued on jobs to liaison_owner using (key <> '') with check (key <> '');

-- Read: nobody. A key may name what the member may not see.
create policy seen on jobs for select to liaison_app using (false);

grant select, insert, delete, update on jobs to liaison_engine;

-- Enqueues a job in the caller's transaction, or changes when it is due. A job that failed is tried again, and one that
-- runs at this moment is run once more. Security definer: a member's request may enqueue jobs, but neither read nor
-- otherwise change them. A job without a key is the periodic run of its kind, which requests cannot move. Kind and key
-- are not checked: a job with a key does what the periodic run does anyway, and shows nothing to whoever enqueued it.
create function enqueue_job(job_kind text, job_key text, due timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if coalesce(job_key, '') = '' then
    raise exception 'a job needs a key' using errcode = 'insufficient_privilege';
  end if;
  insert into jobs as j (kind, key, due_at) values (job_kind, job_key, due)
  on conflict on constraint pk_jobs
    do update set due_at = excluded.due_at, state = 'waiting', attempts = 0, problem = null, version = j.version + 1;
end $$;

revoke all on function enqueue_job from public;

grant execute on function enqueue_job to liaison_app, liaison_engine;
