/** A line of the access log as text; unfolded, the recorded request. */
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { AccessLineView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { TaskLink } from '@/components/tasks/TaskLink';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { clockTime, fullTime, universalTime } from '@/lib/time';
import { answerOf, askedKey, exhibitOf } from './asked';
import { within } from './EntryRow';
import classes from './Rows.module.css';

const TONE = { given: undefined, absent: undefined, refused: 'warn', faulty: 'warn', failed: 'bad' } as const;

type Props = { line: AccessLineView; open: boolean; rowProps: object; onToggle: () => void };

export function AccessRow({ line, open, rowProps, onToggle }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { members, partyName, zone, locale } = useTeam();
  const answer = answerOf(line.outcome);
  const exhibit = exhibitOf(line);
  const { task } = line.ids;
  const name = members.find(({ code }) => code === line.seat)?.name ?? null;
  return (
    <>
      <div
        role="row"
        aria-level={1}
        className={classes['row']}
        {...rowProps}
        onClick={(event) => {
          if (!within(event.target)) onToggle();
        }}
      >
        <span role="gridcell" className={classes['turn']}>
          <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
        </span>
        <span role="gridcell" className={classes['at']}>
          <When at={line.at} form="column" />
          <span className="dim">{clockTime(line.at, zone, locale).slice(-3)}</span>
        </span>
        <span role="gridcell" className={classes['who']}>
          {line.seat === null ? (
            <span className="dim">{t('accessLog/noSeat')}</span>
          ) : (
            <>
              {name} <span className="mono">{name ? `(${line.seat})` : line.seat}</span>
            </>
          )}
        </span>
        <span role="gridcell" className={classes['about']}>
          {word('asked', askedKey(line))}
          {exhibit ? (
            <>
              {' '}
              <ExhibitLink id={exhibit} />
            </>
          ) : null}
          {!exhibit && task ? (
            <>
              {' '}
              <TaskLink id={task} />
            </>
          ) : null}
        </span>
        <span role="gridcell" className={classes['answer']} data-tone={TONE[answer]}>
          {t(`answer/${answer}`)}
        </span>
      </div>
      {open ? (
        <div role="row" aria-level={2} className={classes['detail']}>
          <div role="gridcell">
            <dl className={classes['facts']}>
              <dt>{t('audit/at')}</dt>
              <dd>
                {fullTime(line.at, zone, locale)} · {universalTime(line.at, locale)}
              </dd>
              <dt>{t('audit/who')}</dt>
              <dd>
                {[
                  line.seat,
                  name,
                  line.party ? partyName(line.party) : line.seat ? t('audit/ofTeam') : t('accessLog/noSeat'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
              <dt>{t('accessLog/request')}</dt>
              <dd className="mono">
                {line.method} {line.route}
              </dd>
              {Object.entries(line.ids).map(([key, value]) => (
                <Named key={key} name={key} value={value} />
              ))}
              <dt>{t('accessLog/answer')}</dt>
              <dd>
                {t(`answerHelp/${answer}`)} <span className="dim">{line.outcome === 0 ? null : line.outcome}</span>
              </dd>
              <dt>{t('accessLog/address')}</dt>
              <dd className="mono">{line.address}</dd>
              <Named name={t('accessLog/account')} value={line.account} />
              <Named name={t('accessLog/session')} value={line.session} />
              <Named name={t('accessLog/id')} value={line.id} />
            </dl>
          </div>
        </div>
      ) : null}
    </>
  );
}

function Named({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Copyable value={value} whole label={name} />
      </dd>
    </>
  );
}
