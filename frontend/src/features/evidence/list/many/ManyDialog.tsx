/** The dialog of an act on several exhibits: what is entered, then what it does to each, then the act. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import type { EvidenceSummary } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { listed } from '@/components/sharing/words';
import { ExhibitName } from '@/components/exhibits/ExhibitName';
import { MOST, type Item, type Row, type useMany } from './useMany';
import classes from './Many.module.css';

type Props = {
  title: string;
  help: string;
  action: string;
  danger?: boolean;
  exhibits: readonly EvidenceSummary[];
  /** How many selected exhibits are left out. */
  omitted: number;
  parties: readonly string[];
  many: ReturnType<typeof useMany>;
  /** Whether what is entered is complete; says what is missing. */
  ready: () => boolean;
  onClose: () => void;
  children: ReactNode;
};

export function ManyDialog({ title, help, action, danger, exhibits, omitted, parties, many, ready, ...rest }: Props) {
  const { t } = useTranslation();
  const { rows, refused } = many;
  const items = exhibits.flatMap(({ id: evidence }) =>
    parties.map((party): Item => ({ evidence, party, seen_version: null })),
  );
  const tooMany = items.length > MOST;
  return (
    <Dialog onClose={rest.onClose} size="lg" title={title}>
      <Stack gap="sm">
        <Text size="sm">{help}</Text>
        {omitted > 0 ? <Notice>{t('evidence/onlyOwn', { count: omitted })}</Notice> : null}
        {rows === null ? rest.children : <Rows rows={rows} exhibits={exhibits} />}
        {rows === null && tooMany ? <Notice tone="bad">{t('many/tooMany', { most: MOST })}</Notice> : null}
        {refused.length > 0 ? (
          <Notice
            tone="bad"
            action={
              rows && refused.length < rows.length ? (
                <Button size="compact-sm" variant="default" loading={many.busy} onClick={many.leaveOut}>
                  {t('many/leaveOut')}
                </Button>
              ) : null
            }
          >
            {t('many/refused', { count: refused.length })}
          </Notice>
        ) : null}
        {rows?.length === 0 ? <Notice>{t('many/nothing')}</Notice> : null}
        {refused.length > 0 ? null : <ProblemNotice error={many.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={rows === null ? rest.onClose : many.back}>
            {t(rows === null ? 'common/cancel' : 'many/back')}
          </Button>
          {rows === null ? (
            <Button
              loading={many.busy}
              disabled={exhibits.length === 0 || tooMany}
              onClick={() => {
                if (ready()) many.preview(items);
              }}
            >
              {t('many/preview')}
            </Button>
          ) : (
            <Button
              loading={many.busy}
              disabled={rows.length === 0 || refused.length > 0}
              {...(danger ? { color: 'red' } : {})}
              onClick={many.act}
            >
              {action}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function Rows({ rows, exhibits }: { rows: readonly Row[]; exhibits: readonly EvidenceSummary[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes['rows']} aria-label={t('many/results')}>
      {exhibits
        .map((exhibit) => ({ exhibit, own: rows.filter(({ evidence }) => evidence === exhibit.id) }))
        .filter(({ own }) => own.length > 0)
        .map(({ exhibit, own }) => (
          <li key={exhibit.id}>
            <ExhibitName of={exhibit} strong />
            <ul>
              {own.map((row) => (
                <li key={row.party} data-outcome={row.outcome}>
                  <Result row={row} />
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  );
}

function Result({ row: { party, outcome, level, gates, copies, detail } }: { row: Row }) {
  const { t } = useTranslation();
  const { partyName, locale } = useTeam();
  const before = level ? t(`level/${level}`) : '';
  return (
    <>
      {partyName(party)}: {t(`many/outcome/${outcome}`, { before })}
      {outcome === 'waits'
        ? ` ${listed(
            gates.map((gate) => t(`gate/${gate}`)),
            locale,
          )}.`
        : ''}
      {copies > 0 ? ` ${t('many/copies', { count: copies })}` : ''}
      {outcome === 'refused' ? ` ${detail ?? ''}` : ''}
    </>
  );
}
