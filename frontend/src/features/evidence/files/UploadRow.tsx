import { ActionIcon, Button, Group, Progress, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exhibitQuery } from '@/api/queries';
import { useLocale } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';
import { bytes, duration, percent } from '@/lib/format';
import { visible } from '@/lib/visible';
import { remaining } from './speed';
import type { State, Upload } from './upload';
import { ENDED, RESUMABLE, uploads } from './uploads';
import classes from './Uploads.module.css';

const ALARMING: ReadonlySet<State> = new Set(['hash_differs', 'refused', 'expired', 'quota', 'full']);

export function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const over = ENDED.has(upload.state);
  const { key, state } = upload;
  const name = visible(upload.name);
  return (
    <li className={classes['row']} data-state={state}>
      <div className={classes['line']}>
        <span className="truncate" title={name}>
          <bdi>{name}</bdi>
        </span>
        <Link
          to="/jits/$jit/evidence/$evidence"
          params={{ jit: upload.jit, evidence: upload.evidence }}
          className={`${classes['number'] ?? ''} mono`}
        >
          {upload.number}
        </Link>
        <span className={classes['grow']} />
        {RESUMABLE.has(state) ? (
          <ActionIcon size="sm" aria-label={t('uploads/resume', { name })} onClick={() => uploads.resume(key)}>
            <IconPlayerPlay size={14} />
          </ActionIcon>
        ) : over ? null : (
          <ActionIcon size="sm" aria-label={t('uploads/pause', { name })} onClick={() => uploads.pause(key)}>
            <IconPlayerPause size={14} />
          </ActionIcon>
        )}
        {over ? (
          <ActionIcon size="sm" aria-label={t('uploads/dismiss', { name })} onClick={() => uploads.dismiss(key)}>
            <IconX size={14} />
          </ActionIcon>
        ) : (
          <ActionIcon size="sm" aria-label={t('uploads/cancel', { name })} onClick={() => setAsking(true)}>
            <IconTrash size={14} />
          </ActionIcon>
        )}
      </div>
      {over ? null : (
        <Progress
          value={upload.size > 0 ? (upload.sent / upload.size) * 100 : 0}
          size={4}
          aria-label={name}
          {...(state === 'paused' || state === 'retrying' ? { color: 'gray' } : {})}
        />
      )}
      <Said upload={upload} />
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t('uploads/cancelTitle')}>
        <Text size="sm" mb="md">
          {t('uploads/cancelHelp', { name })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('uploads/cancelNo')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              void uploads.cancel(key);
            }}
          >
            {t('uploads/cancelYes')}
          </Button>
        </Group>
      </Dialog>
    </li>
  );
}

function Said({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { state, sent, size, meter } = upload;
  const share = percent(sent, size, locale);
  const amount = t('uploads/of', { sent: bytes(sent, locale), total: bytes(size, locale) });
  if (state === 'done') return <Arrived upload={upload} />;
  if (state === 'sending') {
    const left = remaining(sent, size, meter?.speed ?? null);
    const pace =
      left === null
        ? ''
        : ` · ${t('uploads/sending', { speed: bytes(meter?.speed ?? 0, locale), left: duration(left, locale) })}`;
    return (
      <span className={classes['said']}>
        {share} · {amount}
        {pace}
        {upload.anew ? <> · {t('uploads/anew')}</> : null}
      </span>
    );
  }
  const words = {
    waiting: () => t('uploads/waiting'),
    starting: () => t('uploads/starting'),
    paused: () => t('uploads/paused', { share }),
    retrying: () => t('uploads/retrying'),
    hash_differs: () => t('uploads/hashDiffers'),
    expired: () => t('uploads/expired'),
    quota: () => t('uploads/quota'),
    full: () => t('uploads/full'),
    refused: () => t('uploads/refused', { detail: upload.detail || t('problem/refused') }),
    signedOut: () => t('uploads/signedOut'),
    failed: () => `${t('uploads/failed')}. ${t('problem/no-answer')}`,
    cancelled: () => t('uploads/cancelled'),
  };
  const said = words[state]();
  return (
    <div className={classes['said']} role={ALARMING.has(state) ? 'alert' : undefined}>
      {said}
    </div>
  );
}

/** The hash that the server computed while the file arrived. */
function Arrived({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { data } = useQuery(exhibitQuery(upload.jit, upload.evidence));
  const file = data?.files.find(({ id }) => id === upload.fileId);
  return (
    <span className={classes['said']}>
      {t('uploads/done')} · {bytes(upload.size, locale)} ·{' '}
      {file?.sha256 ? <Copyable value={file.sha256} /> : t('uploads/hashing')}
    </span>
  );
}
