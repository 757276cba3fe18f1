/** The team that a screen is about, and who looks at it: the seat, the parties in their one order, my zone and language. */
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

/** Whose clock and whose way of writing dates and numbers; also on screens before a team is chosen. */
export const useLocale = (): Locale => use(LocaleContext);

/**
 * The account that is known already: nobody is asked who is signed in for the sake of a date. It is read from the cache itself,
 * because a query that is forgotten at sign-out and asked for anew at sign-in is another one to whoever observed the first.
 */
function useKnownAccount() {
  const queries = useQueryClient();
  const subscribe = useCallback(
    (changed: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(changed)),
    [queries],
  );
  return useSyncExternalStore(subscribe, () => queries.getQueryData(meQuery().queryKey)?.account);
}

/** Found out once for the whole page: a list holds hundreds of dates. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const account = useKnownAccount();
  const zone = account?.time_zone || ownZone();
  const locale = displayLocale(i18n.language, account?.locale ?? '');
  const value = useMemo(() => ({ zone, locale }), [zone, locale]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

const REGIONAL: Record<string, string> = { en: 'en-GB', fr: 'fr-FR' };

/** Dates and numbers speak the page's language, as the account's region writes it; `en` alone would write dates the American way. */
export function displayLocale(language: string, account: string): string {
  return account.startsWith(`${language}-`) ? account : (REGIONAL[language] ?? language);
}

/** A State by its name in the page's language, where the team calls it by its plain English name; bodies keep the name that they have. */
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

/** Whether gates stand before this party (Reg. (EU) 2023/969 Art. 17, 18, 23): the same kinds as at the server, and any that is unknown. */
export const gated = (parties: readonly PartyView[], code: string | null): boolean =>
  parties.some((party) => party.code === code && party.kind !== 'member_state' && party.kind !== 'eu_body');

/** What brings something new into a team: its trial phase admits none of it, whatever the role. */
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
