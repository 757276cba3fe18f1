/** Alerts that share a row: those of the member by kind, as among pending actions, and those of others by kind and party. */
import type { AlertView } from '@/api/views';

export type AlertGroup = { key: string; kind: AlertView['kind']; mine: boolean; alerts: AlertView[] };

/** A group of other members is folded from this size on. */
const FOLDED_FROM = 3;

/** Whether a group has one row. An emergency access is never folded away: each one must be reviewed. */
export const isFolded = ({ kind, mine, alerts }: AlertGroup): boolean =>
  kind !== 'emergency' && alerts.length >= (mine ? 2 : FOLDED_FROM);

/** Groups in the order of their newest alert; alerts keep their order. */
export function grouped(alerts: readonly AlertView[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup>();
  for (const one of alerts) {
    const mine = one.mine && one.acknowledged_at === null;
    const key = mine ? one.kind : `${one.kind}|${one.party}`;
    const group = groups.get(key) ?? { key, kind: one.kind, mine, alerts: [] };
    group.alerts.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}
