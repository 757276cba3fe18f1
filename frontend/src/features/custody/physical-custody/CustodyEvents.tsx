/** The custody events, newest first: a few, and all of them on demand. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EntryView } from '@/api/views';
import { When } from '@/components/text/When';
import { EntryLines } from '@/features/audit/entries/EntryBody';
import { actor } from '@/features/audit/entries/said';
import { useWord } from '@/i18n/useWord';
import type { PhysicalCustodyView } from './queries';
import classes from './PhysicalCustody.module.css';

const FEW = 10;

type Props = { at: PhysicalCustodyView; onCorrect: (entry: EntryView) => void };

export function CustodyEvents({ at, onCorrect }: Props) {
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
              <strong>{word('entry', entry.kind ?? '')}</strong> <By entry={entry} />{' '}
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
            <EntryLines entry={entry} />
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

function By({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  if (entry.seat === 'system') return <span className="dim">{t('custody/system')}</span>;
  return (
    <span>
      {actor(entry).name ?? <span className="mono">{entry.seat}</span>}{' '}
      {entry.party ? <span className="dim">{partyName(entry.party)}</span> : null}
    </span>
  );
}
