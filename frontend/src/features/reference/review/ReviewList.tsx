/** The values that operators should compare with their sources, the most urgent first, each with its record. */
import { Badge, Button, Select } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/layout/EmptyState';
import { PagedRows } from '@/components/layout/PagedRows';
import { Panel } from '@/components/layout/Panel';
import { visible } from '@/lib/visible';
import type { ReferenceKind } from '@/features/reference/administration/queries';
import { usePlaceName } from '@/features/reference/shown/usePlaceName';
import { useShownValue } from '@/features/reference/shown/useShownValue';
import { said } from '@/features/reference/shown/values';
import { REASONS, reviewQuery, type ReviewFilter, type ReviewItemView } from './queries';
import classes from './Review.module.css';

type Props = {
  kinds: readonly ReferenceKind[];
  filter: ReviewFilter;
  onFilter: (filter: ReviewFilter) => void;
  onOpen: (kind: ReferenceKind, key: string) => void;
};

export function ReviewList({ kinds, filter, onFilter, onOpen }: Props) {
  const { t } = useTranslation();
  const list = useInfiniteQuery(reviewQuery(filter));
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = filter.kind !== null || filter.reason !== null;
  return (
    <>
      <div className={classes['filters']}>
        <Select
          label={t('referenceReview/kind')}
          placeholder={t('referenceReview/allKinds')}
          clearable
          value={filter.kind}
          data={kinds.map((one) => ({ value: one, label: t(`referenceKind/${one}`) }))}
          onChange={(next) => onFilter({ ...filter, kind: kinds.find((one) => one === next) ?? null })}
        />
        <Select
          label={t('referenceReview/reason')}
          placeholder={t('referenceReview/allReasons')}
          clearable
          value={filter.reason}
          data={REASONS.map((one) => ({ value: one, label: t(`reviewReason/${one}`) }))}
          onChange={(next) => onFilter({ ...filter, reason: REASONS.find((one) => one === next) ?? null })}
        />
      </div>
      <Panel title={t('referenceReview/title')} flush>
        <p className={classes['help']}>{t('referenceReview/help')}</p>
        <PagedRows list={list} className={classes['row']}>
          {list.data && found.length === 0 ? (
            <EmptyState
              icon={IconChecks}
              title={t(filtered ? 'referenceReview/noMatch' : 'referenceReview/empty')}
              help={t(filtered ? 'referenceReview/noMatchHelp' : 'referenceReview/emptyHelp')}
            />
          ) : null}
          <ul className={classes['list']}>
            {found.map((one) => (
              <li key={`${one.kind}/${one.key}/${one.field}`} className={classes['row']}>
                <Item one={one} onOpen={() => onOpen(one.kind, one.key)} />
              </li>
            ))}
          </ul>
        </PagedRows>
      </Panel>
    </>
  );
}

function Item({ one, onOpen }: { one: ReviewItemView; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const shown = useShownValue();
  const [name = '', ...rest] = one.field.split('.');
  const part = rest.length > 0 ? rest.join('.') : null;
  const place = usePlaceName()({ name, part, sourced: { value: one.value } });
  const record = said(one.title, i18n.language);
  const statements = [{ value: one.value, source: one.source }, ...one.others];
  return (
    <div className={classes['item']}>
      <div>
        <strong>
          {visible(record)} · {visible(place)}
        </strong>
        <div className="dim">{t(`referenceKind/${one.kind}`)}</div>
        <div className={classes['badges']}>
          {one.reasons.map((reason) => (
            <Badge key={reason} tt="none" variant="light" color="orange">
              {t(`reviewReason/${reason}`)}
            </Badge>
          ))}
          {one.in_use ? (
            <Badge tt="none" variant="outline" color="gray">
              {t('referenceReview/inUse')}
            </Badge>
          ) : null}
          {one.reports > 0 ? <span className="dim">{t('referenceReview/reports', { count: one.reports })}</span> : null}
        </div>
        {statements.map(({ value, source }, at) => (
          <Statement key={`${String(at)} ${source ?? ''}`} lines={shown(name, value)} source={source} />
        ))}
      </div>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`${t('referenceReview/open')}${t('common/colon')}${visible(record)}`}
        onClick={onOpen}
      >
        {t('referenceReview/open')}
      </Button>
    </div>
  );
}

/** The value of one source. A value that is not recorded shows nothing. */
function Statement({ lines, source }: { lines: readonly string[]; source: string | null }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <div className={classes['statement']}>
      {lines.map((line) => (
        <div key={line}>{visible(line)}</div>
      ))}
      {source ? <div className="dim">{t('reference/source', { source: visible(source) })}</div> : null}
    </div>
  );
}
