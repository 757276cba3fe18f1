/** The files of an exhibit as a compact table; for its party, adding files and continuing uploads that stopped. */
import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesEndpoint } from '@/api/actions';
import type { EvidenceView, FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { ActButton } from '@/components/exhibits/ActButton';
import { Panel } from '@/components/layout/Panel';
import { bytes } from '@/lib/format';
import { DecideDialog } from './DecideDialog';
import { DropOverlay } from './DropOverlay';
import { FileRow } from './FileRow';
import { badHash, sendable, stage, StagedFiles, type Staged } from './StagedFiles';
import { forget, isRemembered } from './storage';
import { useFileDrop } from './useFileDrop';
import { sendsFile, uploads, useUploads } from './uploads';
import classes from './Files.module.css';

const COLUMNS = ['name', 'size', 'hash', 'received', 'preview'] as const;

type Props = {
  exhibit: EvidenceView;
  /** Files that were dropped on another part of the exhibit. */
  dropped?: readonly File[];
  /** Begins the download of all originals. */
  onDownload?: () => void;
};

export function FilesPanel({ exhibit, dropped = [], onDownload }: Props) {
  const { t } = useTranslation();
  const { jit, locale, may } = useTeam();
  const [staged, setStaged] = useState<Staged[]>(() => stage(dropped));
  const [deciding, setDeciding] = useState<FileView | null>(null);
  const running = useUploads();
  const mayAdd = exhibit.mine && exhibit.status === 'active' && may('files:upload');
  const add = useCallback((files: File[]) => setStaged((all) => [...all, ...stage(files)]), []);
  const over = useFileDrop(mayAdd ? add : null);
  const files = exhibit.files.filter(({ state }) => state !== 'discarded' || exhibit.mine);
  const endpoint = location.origin + filesEndpoint(jit.id, exhibit.id);
  // An upload that is complete or was ended elsewhere is no longer remembered as interrupted.
  useEffect(() => {
    for (const { id, state } of exhibit.files) if (state !== 'uploading') forget(`${endpoint}/${id}`);
  }, [endpoint, exhibit.files]);
  const target = { jit: jit.id, evidence: exhibit.id, number: exhibit.exhibit_number };
  const count = sendable(staged).length;
  const send = () => {
    if (staged.some(({ expected }) => badHash(expected))) return;
    for (const file of sendable(staged)) uploads.add({ ...target, ...file });
    setStaged([]);
  };
  const size = bytes(exhibit.files_bytes, locale);
  const total =
    exhibit.files_count > 0
      ? t('files/total', { files: t('common/files', { count: exhibit.files_count }), size })
      : null;
  const none =
    exhibit.status === 'erased'
      ? t('files/noneErased')
      : exhibit.level === 'listed'
        ? (total ?? t('files/noneOther'))
        : t(mayAdd ? 'files/noneMine' : exhibit.mine ? 'files/none' : 'files/noneOther');
  const download = onDownload && files.length > 0 && (
    <ActButton
      may={exhibit.may.take}
      size="compact-xs"
      variant="default"
      leftSection={<IconDownload size={13} aria-hidden />}
      onClick={onDownload}
    >
      {t('files/zip')}
    </ActButton>
  );
  return (
    <Panel
      title={t('files/title')}
      aside={
        <Group gap="sm">
          {total}
          {download}
        </Group>
      }
      flush
    >
      {files.length > 0 ? (
        <Table.ScrollContainer minWidth={0} className={classes['scroller'] ?? ''}>
          <Table className={classes['table'] ?? ''} verticalSpacing={6} horizontalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                {COLUMNS.map((name) => (
                  <Table.Th key={name}>{t(`files/${name}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {files.map((file) => {
                const url = `${endpoint}/${file.id}`;
                const here = running.find((upload) => sendsFile(upload, exhibit.id, file));
                return (
                  <FileRow
                    key={file.id}
                    file={file}
                    url={url}
                    mine={exhibit.mine}
                    here={here}
                    stopped={here === undefined && isRemembered(url)}
                    onContinue={(chosen) =>
                      uploads.add({ ...target, file: chosen, name: file.name, expected: null, continues: file.id })
                    }
                    onDecide={exhibit.mine && may('files:decide') ? () => setDeciding(file) : null}
                  />
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : (
        <p className={classes['none']}>{none}</p>
      )}
      {mayAdd ? (
        <div className={classes['add']}>
          <StagedFiles staged={staged} onChange={setStaged} besides={exhibit.id} />
          {count > 0 ? (
            <Group gap="xs" justify="flex-end" mt="xs">
              <Button variant="default" onClick={() => setStaged([])}>
                {t('common/cancel')}
              </Button>
              <Button onClick={send}>{t('files/send', { count })}</Button>
            </Group>
          ) : null}
        </div>
      ) : null}
      {over ? (
        <DropOverlay title={t('files/dropTitle', { number: exhibit.exhibit_number })} help={t('evidence/dropHelp')} />
      ) : null}
      {deciding ? <DecideDialog exhibit={exhibit} file={deciding} onClose={() => setDeciding(null)} /> : null}
    </Panel>
  );
}
