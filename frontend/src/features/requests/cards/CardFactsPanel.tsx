/** Values of cards and directory that count for a request, warnings, and those that are not recorded, by name. */
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCardFactsOptions, readRequestCardFactsOptions } from '@/api/generated/@tanstack/react-query.gen';
import type { CardFactsView, ReadCardFactsData } from '@/api/generated/types.gen';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { StateTag } from '@/components/text/StateTag';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import classes from '@/features/requests/forms/Forms.module.css';
import { Unverified } from '@/features/requests/request/StateMarks';
import { visible } from '@/lib/visible';
import { NotRecorded } from './NotRecorded';
import { useFieldName } from './useFieldName';

/** For a saved request. `isDraft`: warnings and proposed addressees are of use only before it is sent. */
export function RequestCardFacts({ request, isDraft }: { request: string; isDraft: boolean }) {
  const { jit } = useTeam();
  const { data } = useQuery(readRequestCardFactsOptions({ path: { jit: jit.id, request } }));
  if (!data) return null;
  return <CardFactsPanel data={isDraft ? data : { ...data, alerts: [], addressees: [] }} />;
}

/** For a request that is being entered. `onPropose`: takes the name of an addressee. */
export function PlannedCardFacts({
  query,
  onPropose,
}: {
  query: ReadCardFactsData['query'] | null;
  onPropose: (name: string) => void;
}) {
  const { jit } = useTeam();
  const asked = query ?? { instrument: '', country: '' };
  const { data } = useQuery({
    ...readCardFactsOptions({ path: { jit: jit.id }, query: asked }),
    enabled: query !== null,
  });
  return data && query ? <CardFactsPanel data={data} onPropose={onPropose} /> : null;
}

function CardFactsPanel({ data, onPropose }: { data: CardFactsView; onPropose?: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('requestCards/title')}>
      <Stack gap="xs">
        <p className={classes['note']}>{t('requestCards/help')}</p>
        {data.alerts.map(({ caution }) => (
          <Notice key={caution} tone={caution === 'language_refused' ? 'bad' : 'warn'}>
            {t(`cardAlert/${caution}`)}
          </Notice>
        ))}
      </Stack>
      <ul className={classes['checks']}>
        {data.addressees.map(({ name, fact }) => (
          <li key={name}>
            <div className={classes['checkHead']}>
              <strong>{t('requestCards/proposed')}</strong>
              {onPropose ? (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('requestCards/use', { name })}
                  onClick={() => onPropose(name)}
                >
                  {visible(name)}
                </Button>
              ) : (
                <span>{visible(name)}</span>
              )}
            </div>
            <Source of={fact} />
          </li>
        ))}
        {data.contacts.map((one) => (
          <li key={`${one.role} ${one.unit ?? ''}`}>
            <strong>{t(`contactRole/${one.role}`)}</strong>
            <div>{visible(one.unit ?? '')}</div>
            {one.channels.map(({ kind, address }) => (
              <div key={address}>{visible(`${kind}${t('common/colon')}${address}`)}</div>
            ))}
            <Source of={{ ...one, stale: false }} />
          </li>
        ))}
      </ul>
      <NotRecorded values={data.missing} />
      <Values data={data} />
    </Panel>
  );
}

function Values({ data }: { data: CardFactsView }) {
  const { t } = useTranslation();
  const shown = useShownValue();
  const name = useFieldName();
  if (data.facts.length === 0) return null;
  return (
    <details>
      <summary>{t('requestCards/values', { count: data.facts.length })}</summary>
      <ul className={classes['checks']}>
        {data.facts.map((one) => (
          <li key={`${one.about} ${one.field}`}>
            <strong>{t('requestCards/of', { value: name(one.field), record: one.record })}</strong>
            {shown(one.field, one.value).map((line) => (
              <div key={line} className={classes['text']}>
                {visible(line)}
              </div>
            ))}
            <Source of={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Source({ of }: { of: { source: string | null; verified_on: string | null; stale: boolean } }) {
  const { t } = useTranslation();
  return (
    <div className={classes['note']}>
      {of.source ? t('requestCards/source', { source: visible(of.source) }) : null}{' '}
      {of.verified_on === null ? <Unverified /> : null}
      {of.stale ? <StateTag tone="warn">{t('reference/stale')}</StateTag> : null}
    </div>
  );
}
