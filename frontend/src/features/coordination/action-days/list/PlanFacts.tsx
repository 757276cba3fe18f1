/** The recorded fields of an action. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { ActionView } from '@/api/views';
import { fullTime } from '@/lib/time';
import { Words } from '@/components/text/Words';
import { LINES, TEXTS } from '@/features/coordination/action-days/actionDraft';
import classes from '@/features/coordination/action-days/Operations.module.css';

export function PlanFacts({ action, plan }: { action: ActionView; plan: NonNullable<ActionView['plan']> }) {
  const { t } = useTranslation();
  const { locale, zone, members } = useTeam();
  const warrant = plan.authorisation;
  const until = warrant?.valid_until ? fullTime(warrant.valid_until, warrant.zone, locale) : null;
  const from = warrant?.valid_from ? fullTime(warrant.valid_from, warrant.zone, locale) : null;
  const valid =
    from && until
      ? t('operations/validBetween', { from, until })
      : from
        ? t('operations/validOnlyFrom', { when: from })
        : until && t('operations/validOnlyUntil', { when: until });
  const named = members.find(({ code }) => code === plan.lead)?.name;
  const way = action.moves
    .map(({ state, occurred_at: at, reason }) => {
      const set = { state: t(`actionState/${state}`), when: fullTime(at, zone, locale) };
      return reason ? t('operations/setWhy', { ...set, reason }) : t('operations/setAt', set);
    })
    .join(' → ');
  const rows: [string, ReactNode][] = [
    [t('operations/lead'), named ? `${named} (${plan.lead})` : plan.lead],
    [
      t('operations/warrant'),
      warrant ? (
        <>
          <Words of={plan} name="authorisation_kind">
            {warrant.kind}
          </Words>{' '}
          ·{' '}
          <Words of={plan} name="authorisation_reference">
            {warrant.reference}
          </Words>
          {valid ? ` · ${valid}` : ''}
        </>
      ) : (
        t('operations/noWarrant')
      ),
    ],
    ...LINES.map((name): [string, ReactNode] => [
      t(`operations/${name}`),
      plan[name] ? (
        <Words of={plan} name={name}>
          {plan[name]}
        </Words>
      ) : null,
    ]),
    ...TEXTS.map((name): [string, ReactNode] => [
      t(`operations/${name}`),
      plan[name] ? (
        <Words of={plan} name={name}>
          {plan[name]}
        </Words>
      ) : null,
    ]),
    [t('operations/sharing'), t(`sharing/${action.sharing}`)],
  ];
  return (
    <dl className={classes['facts']}>
      {rows
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {way ? (
        <div className={classes['way']}>
          <dt>{t('operations/way')}</dt>
          <dd>{way}</dd>
        </div>
      ) : null}
    </dl>
  );
}
