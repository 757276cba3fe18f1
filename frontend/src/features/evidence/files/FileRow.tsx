/** One file of an exhibit: name, size, hash, state; and for its party, continuing an upload that stopped. */
import { Button, FileButton, Progress, Table } from '@mantine/core';
import { IconAlertTriangle, IconFile, IconFileOff, IconLoader2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Copyable } from '@/components/text/Copyable';
import { FileName } from '@/components/text/FileName';
import { When } from '@/components/text/When';
import { useMemberName } from '@/components/text/useMemberName';
import { bytes, exactBytes, percent } from '@/lib/format';
import { visible } from '@/lib/visible';
import { begunOtherwise } from './storage';
import type { Upload } from './upload';
import { isUnderWay } from './uploads';
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
  /** The upload of this page that sends the file, if there is one. */
  here: Upload | undefined;
  /** Whether this browser began the upload and no longer sends it. */
  stopped: boolean;
  onContinue: (chosen: File) => void;
  onDecide: (() => void) | null;
};

export function FileRow({ file, onDecide, ...upload }: Props) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const nameOf = useMemberName();
  const Icon = ICONS[file.state];
  const differs = file.state === 'hash_differs';
  const keptDiffering = file.state === 'ready' && file.declared_sha256 !== null && file.declared_sha256 !== file.sha256;
  return (
    <Table.Tr className={classes['file']} data-state={file.state}>
      <Table.Td className={classes['nameCell']}>
        <div className={classes['line']}>
          <Icon size={16} stroke={1.5} className={classes['icon'] ?? ''} aria-label={t(`files/${file.state}`)} />
          <span className={classes['name']}>
            <FileName>{file.name}</FileName>
          </span>
          {file.state === 'ready' ? null : <span className={classes['state']}>{t(`files/${file.state}`)}</span>}
          {differs && onDecide ? (
            <Button variant="default" size="compact-xs" onClick={onDecide}>
              {t('files/decide')}
            </Button>
          ) : null}
        </div>
        {file.state === 'ready' ? <Scanned file={file} /> : null}
        {keptDiffering ? <div className={classes['differing']}>{t('files/keptDiffering')}</div> : null}
        {file.state === 'uploading' ? <Arriving file={file} {...upload} /> : null}
      </Table.Td>
      <Table.Td className={classes['size']}>
        <span title={exactBytes(file.size_bytes, locale)}>{bytes(file.size_bytes, locale)}</span>
      </Table.Td>
      <Table.Td>
        {file.sha256 ? <Copyable value={file.sha256} /> : null}
        {(differs || keptDiffering) && file.declared_sha256 ? (
          <div className={classes['declared']}>
            <span className="dim">{t('files/declared', { hash: '' })}</span> <Copyable value={file.declared_sha256} />
          </div>
        ) : null}
      </Table.Td>
      <Table.Td className={classes['received']}>
        {file.received_at ? <When at={file.received_at} form="column" /> : null}{' '}
        <span className="dim">{t('files/uploadedBy', { seat: nameOf(file.uploaded_by) })}</span>
      </Table.Td>
      <Table.Td className={classes['preview']}>
        {file.state !== 'ready' ? null : file.has_rendition ? (
          t('files/hasPreview')
        ) : (
          <span className="dim" title={file.rendition_pending ? undefined : t('files/noRendition')}>
            {t(file.rendition_pending ? 'files/previewPending' : 'exhibit/previewNone')}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** The result of the malware scanner. */
function Scanned({ file: { scan, finding, scanner, scanned_at: at } }: { file: FileView }) {
  const { t } = useTranslation();
  const state = scan ?? 'unscanned';
  return (
    <div className={scan === 'found' ? classes['differing'] : 'dim'} title={scanner ? visible(scanner) : undefined}>
      {t(`files/scan_${state}`, { finding: visible(finding ?? '') })} {at ? <When at={at} form="column" /> : null}
    </div>
  );
}

function Arriving({ file, url, mine, here, stopped, onContinue }: Omit<Props, 'onDecide'>) {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const [wrong, setWrong] = useState<string | null>(null);
  // A browser says nothing when the same file is chosen a second time, unless its choice was cleared.
  const clear = useRef<() => void>(null);
  const going = here !== undefined && isUnderWay(here);
  const received = here ? Math.max(here.sent, file.received_bytes) : file.received_bytes;
  const share = percent(received, file.size_bytes, locale);
  const choose = async (chosen: File | null) => {
    clear.current?.();
    if (!chosen) return;
    // The server compares nothing but the size of what is announced: the same bytes must come from here.
    if (chosen.size !== file.size_bytes || chosen.name !== file.name.split('/').at(-1)) {
      const said = (name: string, size: number) => `${visible(name)}, ${exactBytes(size, locale)}`;
      setWrong(
        t('uploads/notSame', {
          expected: said(file.name, file.size_bytes),
          chosen: said(chosen.name, chosen.size),
        }),
      );
      return;
    }
    const changed = await begunOtherwise(url, chosen);
    setWrong(changed ? t('uploads/changed') : null);
    if (!changed) onContinue(chosen);
  };
  return (
    <>
      <Progress value={(received / file.size_bytes) * 100} size={4} aria-label={visible(file.name)} />
      <div className={classes['line']}>
        <span className="dim">{t(stopped && !going ? 'files/interrupted' : 'files/progress', { share })}</span>
        {going || !mine ? null : (
          <FileButton resetRef={clear} onChange={(chosen) => void choose(chosen)}>
            {(props) => (
              <Button {...props} variant="default" size="compact-xs">
                {t('files/chooseAgain')}
              </Button>
            )}
          </FileButton>
        )}
        {stopped && !going && file.expires_at ? (
          <span className="dim">
            {t('files/keptUntil')} <When at={file.expires_at} />
          </span>
        ) : null}
      </div>
      {wrong ? (
        <span className={classes['wrong']} role="alert">
          {wrong}
        </span>
      ) : null}
    </>
  );
}
