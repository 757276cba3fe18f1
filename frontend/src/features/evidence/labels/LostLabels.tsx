/** Printed labels of the party without an exhibit: found by code, and declared void. */
import { Button, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blankLabelsQuery, type BlankLabelView } from './queries';
import { useTeam } from '@/api/team';
import { MoreButton } from '@/components/layout/PagedRows';
import { EmptyState } from '@/components/layout/EmptyState';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { useMemberName } from '@/components/text/useMemberName';
import classes from './Lost.module.css';

/** As they are printed: without the letters and digits that look like others. */
const BEGINNING = /^[2-9A-HJKMNP-TV-Z]{0,12}$/;

export function LostLabels({ onVoid }: { onVoid: (label: BlankLabelView) => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [typed, setTyped] = useState('');
  const plain = typed.toUpperCase().replace(/[\s-]/g, '');
  const good = BEGINNING.test(plain);
  const begins = useDeferredValue(good ? plain : '');
  const list = useInfiniteQuery(blankLabelsQuery(jit.id, begins));
  const labels = list.data?.pages.flatMap(({ items }) => items);
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('labels/lostHelp')}
      </Text>
      <TextInput
        label={t('labels/begins')}
        classNames={{ input: 'mono' }}
        maxLength={14}
        value={typed}
        error={good ? null : t('labels/badBegins')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
      {labels === undefined ? (
        list.error ? null : (
          <Skeleton height={96} role="status" aria-label={t('common/loading')} />
        )
      ) : labels.length === 0 ? (
        <Nothing narrowed={begins !== ''} />
      ) : (
        <ul className={classes['labels']} aria-label={t('labels/wayLost')}>
          {labels.map((one) => (
            <Line key={one.code} label={one} onVoid={onVoid} />
          ))}
        </ul>
      )}
      {list.hasNextPage ? <MoreButton list={list} size="xs" /> : null}
    </Stack>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation();
  if (narrowed) return <EmptyState icon={IconQrcode} title={t('labels/noSuch')} />;
  return <EmptyState icon={IconQrcode} title={t('labels/noBlanks')} help={t('labels/noBlanksHelp')} />;
}

function Line({ label, onVoid }: { label: BlankLabelView; onVoid: (label: BlankLabelView) => void }) {
  const { t } = useTranslation();
  const { code, printed_by, printed_at, void: gone } = label;
  const nameOf = useMemberName();
  return (
    <li className={classes['label']} data-void={gone !== null || undefined}>
      <span className={classes['what']}>
        <span className="mono">{code}</span>
        <span className="dim">
          {t('labels/printedBy', { seat: nameOf(printed_by) })} · <When at={printed_at} form="column" />
        </span>
        {gone ? (
          <span>
            {t('labels/voidedBy', { seat: nameOf(gone.by) })} · <When at={gone.at} form="column" />
            {t('common/colon')}
            {gone.reason}
          </span>
        ) : null}
      </span>
      {gone ? null : (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('labels/voidOf', { code })}
          onClick={() => onVoid(label)}
        >
          {t('labels/void')}
        </Button>
      )}
    </li>
  );
}
