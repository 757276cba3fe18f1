/** The physical acts, the last first: a few, and on demand all that the server tells at once. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '@/api/views';
import type { WhereaboutsView } from './queries';
import { When } from '@/components/text/When';
import { useWord } from '@/i18n/useWord';
import classes from './PhysicalCustody.module.css';

const FEW = 5;

/** How an entry is said, which the ledger's own feature knows: who did it, and what it says. */
export type Sayings = { who: (entry: EntryView) => ReactNode; lines: (entry: EntryView) => ReactNode };

export function Way({
  at,
  say,
  onCorrect,
}: {
  at: WhereaboutsView;
  say: Sayings;
  onCorrect: (entry: EntryView) => void;
}) {
  const { t } = useTranslation();
  const word = useWord();
  const [all, setAll] = useState(false);
  const wrong = new Set(at.way.map((entry) => entry.subject?.['corrects']).filter(Boolean));
  return (
    <>
      <ol className={classes['way']} aria-label={t('where/way')}>
        {(all ? at.way : at.way.slice(0, FEW)).map((entry) => (
          <li key={entry.id} data-wrong={(entry.id !== null && wrong.has(entry.id)) || undefined}>
            <div className={classes['head']}>
              <strong>{word('entry', entry.kind ?? '')}</strong> {say.who(entry)}{' '}
              {entry.at ? (
                <span className="dim">
                  <When at={entry.at} />
                </span>
              ) : null}
              {entry.id !== null && wrong.has(entry.id) ? (
                <span className={classes['mark']}>{t('where/corrected')}</span>
              ) : null}
              {at.may_correct && entry.kind !== 'custody.corrected' ? (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  className={classes['correct'] ?? ''}
                  onClick={() => onCorrect(entry)}
                >
                  {t('where/correct')}
                </Button>
              ) : null}
            </div>
            {say.lines(entry)}
          </li>
        ))}
      </ol>
      {at.way.length > FEW && !all ? (
        <div className={classes['more']}>
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
            {t('where/all', { count: at.way.length })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
