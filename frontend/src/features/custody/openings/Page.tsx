import { Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/notices/Notice';
import { TextRows } from './TextRows';
import classes from './Openings.module.css';

type Props = {
  name: string;
  mediaType: string;
  zoom: number;
  mark: string;
  number: number;
  link: () => Promise<string | undefined>;
};
type Got =
  | { kind: 'waiting' }
  | { kind: 'text'; text: string }
  | { kind: 'image'; source: string }
  | { kind: 'failed'; ended: boolean };

/** One page of a rendition, fetched when it is turned to and held only while it is shown. */
export function Page({ name, mediaType, zoom, mark, number, link }: Props) {
  const { t } = useTranslation();
  const [got, setGot] = useState<Got>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    let source: string | null = null;
    const fetchPage = async () => {
      const address = await link();
      if (!address) throw new Error('404');
      const response = await fetch(address, { signal: stop.signal, credentials: 'same-origin' });
      if (!response.ok) throw new Error(String(response.status));
      if (mediaType.startsWith('text/')) {
        setGot({ kind: 'text', text: await response.text() });
        return;
      }
      source = URL.createObjectURL(await response.blob());
      if (stop.signal.aborted) URL.revokeObjectURL(source);
      else setGot({ kind: 'image', source });
    };
    fetchPage().catch((error: unknown) => {
      if (stop.signal.aborted) return;
      const status =
        error instanceof Error && 'status' in error
          ? Number(error.status)
          : Number(error instanceof Error ? error.message : 0);
      setGot({ kind: 'failed', ended: [401, 403, 404, 410].includes(status) });
    });
    return () => {
      stop.abort();
      if (source) URL.revokeObjectURL(source);
    };
    // `link` is made anew by every render of the viewer; a page is identified by its key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [mediaType, attempt]);
  if (got.kind === 'waiting')
    return (
      <div className={classes['wait']}>
        <Loader size="sm" aria-label={t('openings/renewing')} />
      </div>
    );
  if (got.kind === 'failed') {
    return (
      <div className={classes['wait']}>
        <Notice
          tone="bad"
          action={
            got.ended ? undefined : (
              <Button
                variant="default"
                size="compact-xs"
                onClick={() => {
                  setGot({ kind: 'waiting' });
                  setAttempt(attempt + 1);
                }}
              >
                {t('common/retry')}
              </Button>
            )
          }
        >
          {t(got.ended ? 'openings/ended' : 'openings/pageFailed')}
        </Notice>
      </div>
    );
  }
  return (
    <div
      className={classes['scroll']}
      tabIndex={0}
      role="region"
      aria-label={t('openings/showing', { name, page: number })}
    >
      {got.kind === 'text' ? (
        <TextRows text={got.text} zoom={zoom} />
      ) : (
        <img
          className={classes['image']}
          src={got.source}
          alt={t('openings/showing', { name, page: number })}
          style={{ width: `${String(54 * zoom)}rem` }}
          draggable={false}
        />
      )}
      <span className={classes['mark']} aria-hidden>
        {mark}
      </span>
    </div>
  );
}
