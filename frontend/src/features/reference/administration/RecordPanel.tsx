/** One record: its values with their sources, its last test call, and the history of its changes. */
import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconPhoneCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { Day } from '@/components/text/Day';
import { visible } from '@/lib/visible';
import { Changes } from './Changes';
import { recordsQuery, type Of, type ReferenceKind, type ReferenceRecord } from './queries';
import { StateBadges } from './StateBadges';
import { TestCallDialog } from './TestCallDialog';
import { ValueDialog } from './ValueDialog';
import { ValueRow } from './ValueRow';
import { declaredOn, keyOf, nameOf, valuesOf, type Place } from '@/features/reference/shown/values';
import { VerifyDialog } from './VerifyDialog';
import classes from './Reference.module.css';

type Acting = { what: 'edit' | 'verify'; place: Place };

export function RecordPanel({
  kind,
  record,
  list,
  onBack,
}: {
  kind: ReferenceKind;
  record: ReferenceRecord;
  list: string;
  onBack: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [acting, setActing] = useState<Acting | null>(null);
  const [testing, setTesting] = useState(false);
  const of: Of = { kind, key: keyOf(record), version: record.version };
  const name = nameOf(record, i18n.language);
  return (
    <div className={classes['stack']}>
      <Group justify="space-between" gap="xs">
        <Button autoFocus variant="subtle" leftSection={<IconArrowLeft size={15} aria-hidden />} onClick={onBack}>
          {t('reference/back', { list })}
        </Button>
        {kind === 'directory' ? (
          <Button
            variant="default"
            leftSection={<IconPhoneCheck size={15} aria-hidden />}
            onClick={() => setTesting(true)}
          >
            {t('reference/recordTest')}
          </Button>
        ) : null}
      </Group>
      {record.stale ? <Notice tone="warn">{t('reference/staleHelp')}</Notice> : null}
      <Panel title={visible(name)} aside={<StateBadges record={record} />} flush>
        {'last_test' in record ? <Declared day={declaredOn(record)} /> : null}
        {'treaties' in record && record.treaties.length > 0 ? <Treaties keys={record.treaties} /> : null}
        {'last_test' in record ? <LastTest test={record.last_test} /> : null}
        <dl className={classes['values']}>
          {valuesOf(record).map((place) => (
            <ValueRow key={place.field} place={place} onAct={(what) => setActing({ what, place })} />
          ))}
        </dl>
      </Panel>
      <Changes of={of} record={record} />
      {acting?.what === 'edit' ? <ValueDialog of={of} place={acting.place} onClose={() => setActing(null)} /> : null}
      {acting?.what === 'verify' ? <VerifyDialog of={of} place={acting.place} onClose={() => setActing(null)} /> : null}
      {testing ? <TestCallDialog of={of} name={name} onClose={() => setTesting(false)} /> : null}
    </div>
  );
}

function Declared({ day }: { day: string | null }) {
  const { t } = useTranslation();
  return (
    <p className={classes['help']}>
      {day ? t('reference/declaredOn') : t('reference/noDeclaration')} {day ? <Day day={day} /> : null}
    </p>
  );
}

function Treaties({ keys }: { keys: readonly string[] }) {
  const { t, i18n } = useTranslation();
  const known = useQuery(recordsQuery('treaties')).data ?? [];
  const names = keys.map((key) => {
    const found = known.find((one) => keyOf(one) === key);
    return found ? nameOf(found, i18n.language) : key;
  });
  return <p className={classes['help']}>{t('reference/restsOn', { treaties: visible(names.join('; ')) })}</p>;
}

type Test = { tested_on: string; tested_by: string; reached: boolean; note?: string | null };

function LastTest({ test }: { test: Test | null }) {
  const { t } = useTranslation();
  if (!test) return <p className={classes['help']}>{t('reference/neverTested')}</p>;
  return (
    <p className={classes['help']}>
      {t(test.reached ? 'reference/reachedBy' : 'reference/notReachedBy', { name: visible(test.tested_by) })}{' '}
      <Day day={test.tested_on} />
      {test.note ? <span className={classes['second']}>{visible(test.note)}</span> : null}
    </p>
  );
}
