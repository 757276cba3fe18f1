/** The consequences of a leaving: the clause, totals, and every exhibit. */
import { ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConsequencesView, ConsequenceView } from './queries';
import { useTeam } from '@/api/team';
import { calendarDay } from '@/lib/time';
import classes from './Leaving.module.css';

const COUNTED = ['copies_asked', 'waiting_releases', 'consents', 'tasks', 'holds', 'erasures', 'seats'] as const;

export function Consequences({ of, name }: { of: ConsequencesView; name: string }) {
  const { t } = useTranslation();
  const counts = COUNTED.filter((one) => of.totals[one] > 0).map((one) =>
    t(`leaving/${one}`, { count: of.totals[one] }),
  );
  const sides = [
    { contributed: true, total: of.totals.contributed },
    { contributed: false, total: of.totals.received },
  ];
  return (
    <div className={classes['whole']}>
      {sides.map(({ contributed, total }) => {
        const items = of.items.filter((one) => one.contributed === contributed);
        const title = t(contributed ? 'leaving/contributedTitle' : 'leaving/receivedTitle', { count: total });
        return (
          <section key={String(contributed)} aria-label={title}>
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Text size="sm">
              {contributed
                ? t(`leavingContributed/${of.contributed}`, { party: name })
                : t(`leavingReceived/${of.received}`, { party: name })}
            </Text>
            {items.length > 0 ? (
              <ScrollArea.Autosize
                mah="28vh"
                type="auto"
                viewportProps={{ tabIndex: 0, 'aria-label': title, role: 'group' }}
              >
                <ul className={classes['list']}>
                  {items.map((one) => (
                    <Line key={one.evidence} one={one} />
                  ))}
                </ul>
              </ScrollArea.Autosize>
            ) : null}
          </section>
        );
      })}
      {counts.length > 0 ? <Text size="sm">{t('leaving/also', { counts: counts.join(' · ') })}</Text> : null}
    </div>
  );
}

function Line({ one }: { one: ConsequenceView }) {
  const { t } = useTranslation();
  const { partyName, locale } = useTeam();
  const marks = [
    one.withdrawn ? t('leaving/becomesWithdrawn') : null,
    one.copies_asked > 0 ? t('leaving/copies_asked', { count: one.copies_asked }) : null,
    one.on_hold ? t('leaving/onHold') : null,
    one.review_on && !one.on_hold ? t('leaving/erasedOn', { day: calendarDay(one.review_on, locale) }) : null,
  ].filter(Boolean);
  return (
    <li>
      <span>
        {one.title}
        <small className="mono">{one.exhibit_number}</small>
      </span>
      <span>
        {one.releases.length === 0 ? (
          <small>{t('leaving/nobodyElse')}</small>
        ) : (
          one.releases.map(({ party, before, after }) => (
            <span key={party} className={classes['release']}>
              {partyName(party)}
              {t('common/colon')}
              {before === after ? (
                t(`level/${before}`)
              ) : (
                <>
                  {t(`level/${before}`)} → <strong>{t(`level/${after ?? 'none'}`)}</strong>
                </>
              )}
            </span>
          ))
        )}
        {marks.length > 0 ? <small>{marks.join(' · ')}</small> : null}
      </span>
    </li>
  );
}
