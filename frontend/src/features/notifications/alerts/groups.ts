/** Alerts of one kind about one party, which share a row when they are many. */
import type { AlertView } from '@/api/views';

export type AlertGroup = { key: string; kind: AlertView['kind']; party: string; alerts: AlertView[] };

/** A group is folded from this size on. */
export const FOLDED_FROM = 3;

/** Groups in the order of their newest alert; alerts keep their order. */
export function grouped(alerts: readonly AlertView[]): AlertGroup[] {
  const groups = new Map<string, AlertGroup>();
  for (const one of alerts) {
    const key = `${one.kind}|${one.party}`;
    const group = groups.get(key) ?? { key, kind: one.kind, party: one.party, alerts: [] };
    group.alerts.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}
