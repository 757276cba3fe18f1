/** The form of an action: values, changes and missing fields. Pure. */
import type { ActionForm, ActionView, Sharing } from '@/api/views';
import { localOf, momentIn, type Local } from '@/lib/moment';

export const LINES = ['place', 'interpreter', 'channel'] as const;
export const TEXTS = ['team', 'risk', 'contingency'] as const;
export type Draft = Record<
  (typeof LINES)[number] | (typeof TEXTS)[number] | 'objective' | 'lead' | 'kind' | 'reference' | 'zone',
  string
> & { from: Local; until: Local; sharing: Sharing };

export function draftOf(action: ActionView | undefined, lead: string, home: string): Draft {
  const plan = action?.plan;
  const warrant = plan?.authorisation;
  const zone = warrant?.zone ?? home;
  return {
    objective: plan?.objective ?? '',
    lead: plan?.lead ?? lead,
    place: plan?.place ?? '',
    interpreter: plan?.interpreter ?? '',
    channel: plan?.channel ?? '',
    team: plan?.team ?? '',
    risk: plan?.risk ?? '',
    contingency: plan?.contingency ?? '',
    kind: warrant?.kind ?? '',
    reference: warrant?.reference ?? '',
    zone,
    from: localOf(warrant?.valid_from ?? null, zone),
    until: localOf(warrant?.valid_until ?? null, zone),
    sharing: action?.sharing ?? 'none',
  };
}

const or = (text: string) => text.trim() || null;

export function formOf(draft: Draft): ActionForm {
  const [kind, reference] = [or(draft.kind), or(draft.reference)];
  return {
    objective: draft.objective.trim(),
    lead: draft.lead,
    place: or(draft.place),
    interpreter: or(draft.interpreter),
    channel: or(draft.channel),
    team: or(draft.team),
    risk: or(draft.risk),
    contingency: or(draft.contingency),
    sharing: draft.sharing,
    authorisation:
      kind && reference
        ? {
            kind,
            reference,
            valid_from: momentIn(draft.from, draft.zone).at,
            valid_until: momentIn(draft.until, draft.zone).at,
            zone: draft.zone,
          }
        : null,
  };
}
