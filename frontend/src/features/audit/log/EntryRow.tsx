/** A row of the audit log: an entry in one or two lines; unfolded, its recorded form and its receipt. */
import { Anchor } from '@mantine/core';
import { IconChevronRight, IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { receiptLink } from './queries';
import { useTeam } from '@/api/team';
import type { EntryView, PartyView } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { Term } from '@/components/help/Term';
import { TaskLink } from '@/components/tasks/TaskLink';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import { chainOf, type Finding } from '@/lib/commitments';
import { count } from '@/lib/format';
import { fullTime, universalTime } from '@/lib/time';
import { useLedgerWatch } from '@/realtime/LedgerWatch';
import { EntryLines, Recorded } from '@/features/audit/entries/EntryBody';
import { entrySummary, refusalsOf } from '@/features/audit/entries/entrySummary';
import { VerifiedMark } from '@/features/audit/entries/Mark';
import { Refusals } from '@/features/audit/entries/Refusals';
import { actor, sayings, taskNumber } from '@/features/audit/entries/said';
import { useSaying } from '@/features/audit/entries/useSaying';
import type { Inclusion } from '@/features/audit/entries/useIncluded';
import classes from './Rows.module.css';

type Props = {
  entry: EntryView;
  open: boolean;
  rowProps: object;
  onToggle: () => void;
  finding: Finding | undefined;
  inclusion: Inclusion | undefined;
};

export function EntryRow({ entry, open, rowProps, onToggle, finding, inclusion }: Props) {
  const word = useWord();
  const bad = finding === 'differs' || inclusion === 'absent';
  return (
    <>
      <div
        role="row"
        aria-level={1}
        className={classes['row']}
        data-bad={bad || undefined}
        {...rowProps}
        onClick={(event) => {
          if (!within(event.target)) onToggle();
        }}
      >
        <span role="gridcell" className={classes['turn']}>
          <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
        </span>
        <span role="gridcell" className={classes['position']}>
          {entry.position ?? '…'}
        </span>
        <span role="gridcell" className={classes['at']}>
          {entry.at ? <When at={entry.at} form="column" /> : null}
        </span>
        <span role="gridcell" className={classes['what']}>
          {word('entry', entry.kind ?? '')}
        </span>
        <span role="gridcell" className={classes['who']}>
          <Actor entry={entry} />
        </span>
        <span role="gridcell" className={classes['about']}>
          <About entry={entry} />
        </span>
        <span role="gridcell" className={classes['check']}>
          <VerifiedMark finding={finding} inclusion={inclusion} />
        </span>
      </div>
      {open ? (
        <div role="row" aria-level={2} className={classes['detail']}>
          <div role="gridcell">
            <Detail entry={entry} finding={finding} inclusion={inclusion} />
          </div>
        </div>
      ) : null}
    </>
  );
}

/** Links and buttons within a row keep their own clicks, and marked text is not a click. */
export const within = (target: EventTarget) =>
  (target instanceof Element && target.closest('a, button') !== null) || window.getSelection()?.type === 'Range';

/** The name of a party's authority; its code where the name is unknown. */
const officeOf = (parties: readonly PartyView[], party: string | null, authority: string | null) =>
  parties.find(({ code }) => code === party)?.authorities.find(({ code }) => code === authority)?.name ?? authority;

function Actor({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { parties } = useTeam();
  const { name, authority } = actor(entry);
  if (entry.seat === 'system') return <span className="dim">{t('custody/system')}</span>;
  const office = officeOf(parties, entry.party, authority);
  return (
    <>
      {name} <span className="mono">{name ? `(${entry.seat ?? ''})` : entry.seat}</span>
      {office ? <small>{office}</small> : null}
    </>
  );
}

function About({ entry }: { entry: EntryView }) {
  const saying = useSaying(entry);
  const { t, word } = saying;
  const { may } = useTeam();
  const refused = refusalsOf(entry);
  if (refused.length > 0) {
    const [first] = refused;
    const rest = refused.length - 1;
    return (
      <>
        {first ? (
          <>
            {word('tried', first.act.replace(':', '_'))} <ExhibitLink id={first.evidence} />
          </>
        ) : null}
        <small>
          {first ? word('denied', first.because) : null}
          {rest > 0 ? ` · ${t('refusal/more', { count: rest })}` : null}
        </small>
      </>
    );
  }
  const line = entrySummary(entry, sayings(entry, saying), t('common/colon'));
  const { evidence, task } = entry.subject ?? {};
  const n = chainOf(entry)?.n;
  if (!evidence && !task) return line;
  return (
    <>
      {task ? may('tasks:read') ? <TaskLink id={task} /> : <span className="mono">{taskNumber(entry)}</span> : null}
      {!task && evidence ? (
        <>
          <ExhibitLink id={evidence} />
          {n === undefined ? null : <span className="dim"> · {t('custody/chain', { n })}</span>}
        </>
      ) : null}
      {line ? <small>{line}</small> : null}
    </>
  );
}

function Detail({ entry, finding, inclusion }: Pick<Props, 'entry' | 'finding' | 'inclusion'>) {
  const { t } = useTranslation();
  const { jit, zone, locale, parties, partyName } = useTeam();
  const { checkpoint } = useLedgerWatch();
  const { name, authority } = actor(entry);
  const office = officeOf(parties, entry.party, authority);
  const size = checkpoint?.size ?? 0;
  const published = entry.position !== null && entry.position < size;
  const verdict =
    finding === 'differs'
      ? t('custody/differs')
      : inclusion === 'absent'
        ? t('watch/notIncluded')
        : inclusion === 'included'
          ? t('watch/included', { size: count(size, locale) })
          : finding === 'matches'
            ? t('watch/recomputed')
            : t('watch/examining');
  const refused = refusalsOf(entry);
  return (
    <>
      <dl className={classes['facts']}>
        <dt>{t('audit/at')}</dt>
        <dd>{entry.at ? `${fullTime(entry.at, zone, locale)} · ${universalTime(entry.at, locale)}` : null}</dd>
        <dt>{t('audit/who')}</dt>
        <dd>
          {entry.seat === 'system'
            ? t('custody/system')
            : [
                name ? `${name} (${entry.seat ?? ''})` : entry.seat,
                office,
                entry.party ? partyName(entry.party) : t('audit/ofTeam'),
              ]
                .filter(Boolean)
                .join(' · ')}
        </dd>
        <dt>{t('audit/checked')}</dt>
        <dd data-bad={finding === 'differs' || inclusion === 'absent' || undefined}>{verdict}</dd>
        <dt>
          <Term of="receipt">{t('audit/receipt')}</Term>
        </dt>
        <dd>
          {published && entry.position !== null ? (
            <Anchor
              href={receiptLink(jit.id, entry.position)}
              download={`receipt-${String(entry.position)}.txt`}
              size="sm"
            >
              <IconReceipt size={13} aria-hidden /> {t('audit/takeReceipt')}
            </Anchor>
          ) : (
            <span className="dim">{t('audit/noReceipt')}</span>
          )}{' '}
          <span className="dim">{t('audit/receiptHelp')}</span>
        </dd>
      </dl>
      {refused.length > 0 ? <Refusals refusals={refused} /> : <EntryLines entry={entry} />}
      <Recorded entry={entry} />
    </>
  );
}
