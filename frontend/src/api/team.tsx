/** The team of a screen and the user: member, parties in their order, time zone and language. */
import { notifyManager, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inOrder } from '@/lib/order';
import { ownZone } from '@/lib/zones';
import { meQuery, membersQuery, partiesQuery } from './queries';
import type { JitSummary, PartyView, Permission, SeatView } from './views';

export type Team = {
  jit: JitSummary;
  seat: SeatView;
  parties: PartyView[];
  members: SeatView[];
  zone: string;
  locale: string;
  may: (permission: Permission) => boolean;
  partyName: (code: string) => string;
};

const TeamContext = createContext<Team | null>(null);

export function useTeam(): Team {
  const team = use(TeamContext);
  if (!team) throw new Error('useTeam outside of a team');
  return team;
}

type Locale = { zone: string; locale: string };

const LocaleContext = createContext<Locale>({ zone: ownZone(), locale: 'en-GB' });

/** Time zone and locale of the user, also on screens without a team. */
export const useLocale = (): Locale => use(LocaleContext);

/**
 * Returns the account if it is loaded already, without a request. Read from the cache: a query that is removed at sign-
 * out and created again at sign-in is not the one that an observer watches.
 */
function useKnownAccount() {
  const queries = useQueryClient();
  const subscribe = useCallback(
    (changed: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(changed)),
    [queries],
  );
  return useSyncExternalStore(subscribe, () => queries.getQueryData(meQuery().queryKey)?.account);
}

/** Computed once for the page, because lists contain hundreds of dates. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const account = useKnownAccount();
  const zone = account?.time_zone || ownZone();
  const locale = displayLocale(i18n.language, account?.locale ?? '');
  const value = useMemo(() => ({ zone, locale }), [zone, locale]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

const REGIONAL: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };

/**
 * The locale of dates and numbers: the page's language in the account's region. `en` alone would give American dates.
 */
export function displayLocale(language: string, account: string): string {
  return account.startsWith(`${language}-`) ? account : (REGIONAL[language] ?? language);
}

/**
 * Returns the name of a State in the page's language if the team uses its plain English name; other names stay as they
 * are.
 */
export function stateName({ code, name, kind }: Pick<PartyView, 'code' | 'name' | 'kind'>, language: string): string {
  if (code.length !== 2 || (kind !== 'member_state' && kind !== 'third_country')) return name;
  const called = (tongue: string) => new Intl.DisplayNames(tongue, { type: 'region', fallback: 'none' }).of(code);
  return called('en') === name ? (called(language) ?? name) : name;
}

export function TeamProvider({ jit, missing, children }: { jit: string; missing: ReactNode; children: ReactNode }) {
  const { data: me } = useSuspenseQuery(meQuery());
  const { zone, locale } = useLocale();
  const mine = me.seats.find((one) => one.jit.id === jit);
  if (!mine) return missing;
  return (
    <Seated mine={mine} zone={zone} locale={locale}>
      {children}
    </Seated>
  );
}

/**
 * Returns whether releases to this party need approvals (Reg. (EU) 2023/969 Art. 17, 18, 23): the server's kinds, and
 * unknown kinds.
 */
export const gated = (parties: readonly PartyView[], code: string | null): boolean =>
  parties.some((party) => party.code === code && party.kind !== 'member_state' && party.kind !== 'eu_body');

/** Permissions to add something new to a team. In the trial phase no role has them. */
const ENTERING: ReadonlySet<Permission> = new Set<Permission>([
  'evidence:register',
  'files:upload',
  'tasks:assign',
  'members:propose',
  'parties:add',
  'operations:plan',
]);

type SeatedProps = { mine: { jit: JitSummary; seat: SeatView }; zone: string; locale: string; children: ReactNode };

function Seated({ mine, zone, locale, children }: SeatedProps) {
  const { data: parties } = useSuspenseQuery(partiesQuery(mine.jit.id));
  const { data: members } = useSuspenseQuery(membersQuery(mine.jit.id));
  const team = useMemo<Team>(() => {
    const named = parties.items.map((party) => ({ ...party, name: stateName(party, locale) }));
    const names = new Map(named.map((party) => [party.code, party.name]));
    const permissions = new Set(mine.seat.permissions ?? []);
    return {
      jit: mine.jit,
      seat: mine.seat,
      parties: inOrder(named),
      members: members.items,
      zone,
      locale,
      may: (permission) =>
        permissions.has(permission) && (mine.jit.state === 'operational' || !ENTERING.has(permission)),
      partyName: (code) => names.get(code) ?? code,
    };
  }, [mine, parties, members, zone, locale]);
  return <TeamContext value={team}>{children}</TeamContext>;
}
