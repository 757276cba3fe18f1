-- Grants of organisations, their accounts, proposals and acts. They belong to no team; the tables have no row-level
-- security. Columns: app/models/accounts/organisations.py. Use: app/services/accounts/organisations.py,
-- organisation_proposals.py and recoveries.py.

grant select, insert, update (name) on organisations to liaison_app;

grant select, insert, update (organisation, administrator, since_at) on organisation_accounts to liaison_app;

grant select, insert, update (state, confirmed_by, ends_at, code_hash, code_expires_at) on organisation_proposals to liaison_app;

grant select, insert on organisation_acts to liaison_app;

-- The engine tells people by e-mail of acts on their accounts.
grant select (id, at, act, concerned) on organisation_acts to liaison_engine;

-- The log of acts is insert-only.
create trigger kept before delete or update or truncate on organisation_acts for each statement
  execute function refuse_change();

alter table organisation_acts enable always trigger kept;
