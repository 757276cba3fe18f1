/** The checklist of a hearing, grouped by who can give what is missing. Pure. */
import type { CheckView, HearingExhibitView, HearingView } from './queries';

export type Check = CheckView & { exhibit: HearingExhibitView };
export type Group = { party: string | null; checks: Check[] };

const ORDER: CheckView['state'][] = ['missing', 'refused', 'asked', 'check', 'met'];

/** Groups in this order: the own party, other parties by code, and what nobody named can give. Met lines are left out. */
export function groups({ checklist }: HearingView, own: string | null): Group[] {
  const found = new Map<string | null, Check[]>();
  for (const exhibit of checklist)
    for (const check of exhibit.checks)
      if (check.state !== 'met') found.set(check.party, [...(found.get(check.party) ?? []), { ...check, exhibit }]);
  const rank = (party: string | null) => (party === own ? '0' : party === null ? '2' : `1${party}`);
  return [...found]
    .map(([party, checks]) => ({ party, checks: checks.toSorted(byState) }))
    .toSorted((one, other) => rank(one.party).localeCompare(rank(other.party)));
}

const byState = (one: CheckView, other: CheckView) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state);

/** How many lines of an exhibit are still to be done. */
export const openIn = ({ checks }: HearingExhibitView) => checks.filter(({ state }) => state !== 'met').length;
