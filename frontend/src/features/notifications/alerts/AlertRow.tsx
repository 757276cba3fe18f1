/** An alert in a list: what was done by whom, who answers for it, and what became of it. */
import { Checkbox, Menu, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { handOver } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { AlertView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { TwoTimes } from '@/components/text/TwoTimes';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import classes from './Alerts.module.css';

export function AlertRow({
  one,
  chosen,
  onChoose,
}: {
  one: AlertView;
  chosen: boolean;
  onChoose: (wanted: boolean) => void;
}) {
  const { t } = useTranslation();
  const { jit, partyName, members } = useTeam();
  const named = (code: string) => {
    const name = members.find((member) => member.code === code)?.name;
    return name ? `${name} (${code})` : code;
  };
  return (
    <li className={classes['row']} data-kind={one.kind}>
      {one.mine && one.may_answer && one.kind !== 'emergency' ? (
        <Checkbox
          size="xs"
          aria-label={t('alerts/choose', { number: one.exhibit_number, what: t(`alertKind/${one.kind}`) })}
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      ) : (
        <span />
      )}
      <span>{partyName(one.party)}</span>
      <div className={classes['what']}>
        <div>
          <strong>
            {one.kind === 'burst' ? t('alerts/burst', { count: one.openings }) : t(`alertKind/${one.kind}`)}
          </strong>{' '}
          {one.recipient ? `${t('alerts/to', { party: partyName(one.recipient) })} ` : null}
          <span>{named(one.seat)}</span>{' '}
          <span className="dim">
            <TwoTimes at={one.raised_at} other={one.party} />
          </span>
        </div>
        <Link
          to="/jits/$jit/evidence/$evidence"
          params={{ jit: jit.id, evidence: one.evidence }}
          className="exhibit-link"
        >
          <ExhibitName of={one} />
        </Link>
        {one.kind === 'emergency' && one.acknowledged_at === null ? (
          <a href="#emergencies" className={classes['below']}>
            {t('emergency/inAlarm')}
          </a>
        ) : null}
        {one.word ? <p className={classes['words']}>{one.word}</p> : null}
      </div>
      <div className={classes['state']}>
        {one.acknowledged_at ? (
          <>
            {t('alerts/acknowledgedBy')} <span>{named(one.owner)}</span>{' '}
            <div className="dim">
              <TwoTimes at={one.acknowledged_at} />
            </div>
          </>
        ) : (
          <>{one.mine ? <strong>{t('alerts/yours')}</strong> : `${t('alerts/owner')} ${named(one.owner)}`}</>
        )}
      </div>
      {one.may_answer ? <Owner one={one} /> : null}
    </li>
  );
}

function Owner({ one }: { one: AlertView }) {
  const { t } = useTranslation();
  const { jit, seat, members } = useTeam();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: (to: string) => handOver(jit.id, one, to),
    onSettled: () => {
      for (const queryKey of [keys.alerts(jit.id), keys.situation(jit.id)])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const leaders = members.filter(
    ({ party, roles, state, code }) =>
      party === seat.party && state === 'seated' && roles.includes('leader') && code !== one.owner,
  );
  const others = leaders.filter(({ code }) => code !== seat.code);
  return (
    <div className={classes['acts']}>
      {one.mine ? null : (
        <Button size="compact-xs" loading={run.isPending} onClick={() => run.mutate(seat.code)}>
          {t('alerts/takeOver')}
        </Button>
      )}
      {others.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button size="compact-xs" variant="default" loading={run.isPending}>
              {t('alerts/handOver')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ code, name }) => (
              <Menu.Item key={code} onClick={() => run.mutate(code)}>
                {name} <span className="mono dim">{code}</span>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ProblemNotice error={run.error} />
    </div>
  );
}
