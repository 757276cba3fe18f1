import { Button, FileButton, Progress } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconFileOff, IconLoader2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Copyable } from '@/components/text/Copyable';
import { FileName } from '@/components/text/FileName';
import { When } from '@/components/text/When';
import { bytes, exactBytes, percent } from '@/lib/format';
import { visible } from '@/lib/visible';
import { begunOtherwise } from './storage';
import type { Upload } from './upload';
import { ENDED } from './uploads';
import classes from './Files.module.css';

const ICONS = {
  uploading: IconLoader2,
  ready: IconFile,
  hash_differs: IconAlertTriangle,
  discarded: IconFileOff,
  erased: IconFileOff,
};

type Props = {
  file: FileView;
  url: string;
  mine: boolean;
  here: Upload | undefined;
  onContinue: (chosen: File) => void;
  onDecide: (() => void) | null;
};

export function FileLine({ file, url, mine, here, onContinue, onDecide }: Props) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const [wrong, setWrong] = useState<string | null>(null);
  // A browser says nothing when the same file is chosen a second time, unless its choice was cleared.
  const clear = useRef<() => void>(null);
  const Icon = ICONS[file.state];
  const going = here !== undefined && !ENDED.has(here.state);
  const received = going ? Math.max(here.sent, file.received_bytes) : file.received_bytes;
  const choose = async (chosen: File | null) => {
    clear.current?.();
    if (!chosen) return;
    // The server compares nothing but the size of what is announced: the same bytes must come from here.
    if (chosen.size !== file.size_bytes || chosen.name !== file.name) {
      setWrong(
        t('uploads/notSame', {
          expected: `${visible(file.name)}, ${exactBytes(file.size_bytes, locale)}`,
          chosen: `${visible(chosen.name)}, ${exactBytes(chosen.size, locale)}`,
        }),
      );
      return;
    }
    const changed = await begunOtherwise(url, chosen);
    setWrong(changed ? t('uploads/changed') : null);
    if (!changed) onContinue(chosen);
  };
  return (
    <li className={classes['file']} data-state={file.state}>
      <Icon size={17} stroke={1.5} className={classes['icon'] ?? ''} aria-label={t(`files/${file.state}`)} />
      <div className={classes['main']}>
        <div className={classes['line']}>
          <span className={classes['name']}>
            <FileName>{file.name}</FileName>
          </span>
          <span className="dim" title={exactBytes(file.size_bytes, locale)}>
            {bytes(file.size_bytes, locale)}
          </span>
          {file.state === 'ready' ? null : <span className={classes['state']}>{t(`files/${file.state}`)}</span>}
        </div>
        {file.sha256 ? (
          <div className={classes['line']}>
            <span className="dim">{t('files/hash')}</span> <Copyable value={file.sha256} head={16} tail={8} />
          </div>
        ) : null}
        {file.state === 'hash_differs' && file.declared_sha256 ? (
          <div className={classes['line']}>
            <span className="dim">{t('files/declared', { hash: '' })}</span>{' '}
            <Copyable value={file.declared_sha256} head={16} tail={8} />
          </div>
        ) : null}
        {file.state === 'uploading' ? (
          <>
            <Progress value={(received / file.size_bytes) * 100} size={4} aria-label={visible(file.name)} />
            {going || !mine ? (
              <span className="dim">{percent(received, file.size_bytes, locale)}</span>
            ) : (
              <div className={classes['line']}>
                <span>{t('files/interrupted', { share: percent(received, file.size_bytes, locale) })}</span>
                <FileButton resetRef={clear} onChange={(chosen) => void choose(chosen)}>
                  {(props) => (
                    <Button {...props} variant="default" size="compact-xs">
                      {t('files/chooseAgain')}
                    </Button>
                  )}
                </FileButton>
                {file.expires_at ? (
                  <span className="dim">
                    {t('files/keptUntil')} <When at={file.expires_at} />
                  </span>
                ) : null}
              </div>
            )}
          </>
        ) : null}
        {wrong ? (
          <span className={classes['wrong']} role="alert">
            {wrong}
          </span>
        ) : null}
        <span className={classes['under']}>
          {file.media_type ? `${file.media_type} · ` : ''}
          {file.received_at ? (
            <>
              <When at={file.received_at} />{' '}
            </>
          ) : null}
          {t('files/uploadedBy', { seat: file.uploaded_by })}
          {file.state === 'ready' && !file.has_rendition && !file.rendition_pending
            ? ` · ${t('files/noRendition')}`
            : ''}
        </span>
      </div>
      {file.state === 'hash_differs' && onDecide ? (
        <Button variant="default" size="compact-xs" onClick={onDecide}>
          {t('files/decide')}
        </Button>
      ) : null}
    </li>
  );
}
