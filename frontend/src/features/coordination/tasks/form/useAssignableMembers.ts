/** Members to whom a task can be assigned: active ones, without auditors and third countries. */
import { useTeam } from '@/api/team';
import type { SeatView } from '@/api/views';
import { useWord } from '@/i18n/useWord';

type Group = { group: string; items: { value: string; label: string }[] };

/** `within`: the only party whose members are offered. Without it: all parties for coordinators, else the own party. */
export function useAssignableMembers(within?: string | null): Group[] {
  const { parties, members, seat } = useTeam();
  const word = useWord();
  const only = within ?? (seat.roles.includes('coordinator') ? null : seat.party);
  const label = (one: SeatView) =>
    `${one.name} (${one.code}) · ${one.roles.map((role) => word('role', role)).join(', ')}`;
  return parties
    .filter(({ status, kind }) => status === 'active' && kind !== 'third_country' && kind !== 'judicial_authority')
    .filter(({ code }) => only === null || code === only)
    .map(({ code, name }) => ({
      group: name,
      items: members
        .filter((one) => one.party === code && one.state === 'seated' && !one.roles.includes('auditor'))
        .map((one) => ({ value: one.code, label: label(one) })),
    }))
    .filter(({ items }) => items.length > 0);
}
