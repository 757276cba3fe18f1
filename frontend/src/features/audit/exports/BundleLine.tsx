/** A bundle that was asked for: how far it is, fetching it, calling it off, and how to check it. */
import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bundleLink } from '@/api/actions';
import { callOff, underWay } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ExportView } from '@/api/views';
import { Copyable } from '@/components/text/Copyable';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { useProblemWords } from '@/components/notices/useProblemWords';
import { When } from '@/components/text/When';
import { bytes, count } from '@/lib/format';
import { dayName } from '@/lib/time';
import { whyNotMade } from './whyNotMade';
import classes from './Exports.module.css';

/** `main`: downloading it is the next step. */
export function BundleLine({ bundle, main = false }: { bundle: ExportView; main?: boolean }) {
  const { t } = useTranslation();
  const { jit, locale, partyName } = useTeam();
  const { evidence, exhibits, party } = bundle.scope;
  const name = t(`profile/${bundle.profile}`);
  const ready = bundle.state === 'ready';
  const fetchable = ready && (bundle.downloads ?? 'open') === 'open';
  const several = Array.isArray(evidence) ? evidence : exhibits;
  const of = Array.isArray(several)
    ? t('exports/exhibits', { count: several.length })
    : typeof party === 'string'
      ? partyName(party)
      : null;
  return (
    <li className={classes['row']}>
      <div className={classes['main']}>
        <span>
          {typeof evidence === 'string' ? <ExhibitLink id={evidence} /> : [name, of].filter(Boolean).join(' · ')}
        </span>
        <span className={classes['under']} role="status">
          {typeof evidence === 'string' ? `${name} · ` : ''}
          <When at={bundle.requested_at} />
          {ready ? (
            <>
              {' '}
              · {bytes(bundle.size_bytes ?? 0, locale)} · {t('exports/entries', { count: bundle.entries ?? 0 })}
              {bundle.withheld ? `, ${t('exports/withheld', { count: bundle.withheld })}` : ''}
            </>
          ) : (
            <> · {t(`exports/${bundle.state}`)}</>
          )}
        </span>
        <Period bundle={bundle} />
        {bundle.proceeding ? <span className={classes['under']}>{bundle.proceeding}</span> : null}
        {underWay(bundle) ? <Written bundle={bundle} /> : null}
        {ready && bundle.sha256 ? (
          <span className={classes['under']}>
            {t('files/hash')} <Copyable value={bundle.sha256} />
          </span>
        ) : null}
        {ready && bundle.files !== null ? <Originals bundle={bundle} /> : null}
        {ready && bundle.expires_at && !bundle.downloads ? (
          <span className={classes['under']}>
            {t('exports/keptUntil')} <When at={bundle.expires_at} />
          </span>
        ) : null}
        {ready && bundle.downloads ? <Downloads bundle={bundle} /> : null}
        {bundle.state === 'failed' ? (
          <div className={classes['bad']} role="alert">
            {t(`notMade/${whyNotMade(bundle.problem_code)}`)}
          </div>
        ) : null}
      </div>
      {underWay(bundle) ? <CallOff bundle={bundle} name={name} /> : null}
      {fetchable ? (
        <Button
          component="a"
          href={bundleLink(jit.id, bundle.id)}
          download
          variant={main ? 'filled' : 'default'}
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={t('exports/download', { name })}
        >
          {t('common/download')}
        </Button>
      ) : null}
      {ready ? <HowToCheck /> : null}
    </li>
  );
}

/** The period to which a package is limited, by its first and last day. */
function Period({ bundle: { since, until, zone } }: { bundle: ExportView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const from = since ? dayName(since, zone, locale) : null;
  // The end itself is not included: it is the beginning of the day after the last one.
  const to = until ? dayName(new Date(Date.parse(until) - 1).toISOString(), zone, locale) : null;
  if (!from && !to) return null;
  const words = from && to ? t('exports/between', { from, to }) : from ? t('exports/since', { from }) : null;
  return <span className={classes['under']}>{words ?? t('exports/until', { to })}</span>;
}

/** How many originals the package holds, and the exhibits of which it holds none. */
function Originals({ bundle: { files, left_out: without } }: { bundle: ExportView }) {
  const { t } = useTranslation();
  return (
    <span className={classes['under']}>
      {t('exports/files', { count: files ?? 0 })}
      {without && without.length > 0 ? (
        <>
          . {t('exports/leftOut')}{' '}
          {without.map((id) => (
            <ExhibitLink key={id} id={id} />
          ))}
        </>
      ) : null}
    </span>
  );
}

/** Until when a package with originals can be fetched, or why not any more. */
function Downloads({ bundle: { downloads, downloads_until: until } }: { bundle: ExportView }) {
  const { t } = useTranslation();
  if (downloads !== 'open')
    return <span className={classes['under']}>{t(`exports/downloads/${downloads ?? 'expired'}`)}</span>;
  return (
    <span className={classes['under']}>
      {t('exports/downloads/open')} {until ? <When at={until} /> : null}
    </span>
  );
}

function HowToCheck() {
  const { t } = useTranslation();
  return (
    <details className={classes['check']}>
      <summary>{t('exports/howToCheck')}</summary>
      <p>{t('exports/howToCheckHelp')}</p>
      <Copyable whole label={t('exports/copyCommand')} value="python3 -I data/verify.py ." />
      <p>{t('exports/howToTrust')}</p>
    </details>
  );
}

function Written({ bundle: { written, total } }: { bundle: ExportView }) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const label =
    total === null
      ? t('exports/soon')
      : t('exports/written', { written: count(written, locale), total: count(total, locale) });
  return (
    <>
      <span className={classes['under']}>{label}</span>
      <Progress size="sm" value={total ? (100 * written) / total : 0} aria-label={label} />
    </>
  );
}

function CallOff({ bundle, name }: { bundle: ExportView; name: string }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const words = useProblemWords();
  const run = useMutation({
    mutationFn: () => callOff(jit.id, bundle.id),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.exports(jit.id) }),
    onError: (error) => notifications.show({ color: 'red', title: t('problem/title'), message: words(error) }),
  });
  return (
    <Button
      variant="default"
      loading={run.isPending}
      leftSection={<IconX size={14} aria-hidden />}
      aria-label={t('exports/callOffThis', { name })}
      onClick={() => run.mutate()}
    >
      {t('exports/callOff')}
    </Button>
  );
}
