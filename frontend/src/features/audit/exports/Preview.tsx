/** Preview of what an export package would disclose and withhold now. */
import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewQuery, type ExportForm, type FilesFor } from './queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { count } from '@/lib/format';
import { FACT_KINDS, type FactKind } from '@/realtime/kinds';
import classes from './Exports.module.css';

const known = (kind: string): kind is FactKind => (FACT_KINDS as readonly string[]).includes(kind);

/** `chosen`: the zone that the member chose; null: the proposed one. `files`: the originals that it includes, if any. */
type Props = { form: ExportForm | null; chosen: string | null; files: FilesFor | null };

export function Preview({ form, chosen, files }: Props) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const { data, error, isFetching } = useQuery({
    ...previewQuery(jit.id, form, files),
    placeholderData: keepPreviousData,
  });
  if (form === null) return null;
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton height={64} aria-label={t('common/loading')} />;
  const disclosed = data.disclosed.reduce((sum, one) => sum + one.entries, 0);
  return (
    <section className={classes['preview']} aria-label={t('exports/preview')} aria-busy={isFetching}>
      <h3>{t('exports/preview')}</h3>
      <p role="status">
        <strong>{t('exports/discloses', { count: disclosed })}</strong>{' '}
        {t('exports/withholds', { count: data.withheld })}
        {data.origins.length > 0 ? <> {t('exports/origins', { numbers: data.origins.join(', ') })}</> : null}
        {data.requests === null ? null : <> {t('exports/requests', { count: data.requests })}</>}
      </p>
      <ul>
        {data.disclosed.map((one) => (
          <li key={one.kind}>
            <span>{known(one.kind) ? t(`entry/${one.kind}`) : one.kind}</span>
            <span>{count(one.entries, locale)}</span>
          </li>
        ))}
      </ul>
      {data.fields ? (
        <p className="dim">
          {t(
            form.profile === 'statistics'
              ? 'exports/noEntries'
              : form.profile === 'defence'
                ? 'exports/nameless'
                : 'exports/fewFields',
          )}
        </p>
      ) : null}
      <p>
        {chosen === null || chosen === data.zone
          ? t(`exports/zoneOf/${data.zone_source}`, { zone: data.zone })
          : t('exports/zoneOf/chosen', { zone: chosen })}
      </p>
      <p>
        {t('exports/contents')} <strong>{t(files ? 'exports/noChat' : 'exports/notContained')}</strong>
      </p>
      <p className="dim">{t('exports/ownEntry')}</p>
    </section>
  );
}
