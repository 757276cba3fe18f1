/** The files of an exhibit: state, size, hash; and, for its party, dropping more and continuing what was cut. */
import { Button, Group } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filesEndpoint } from '@/api/actions';
import type { EvidenceView, FileView } from '@/api/views';
import { useTeam } from '@/api/team';
import { DropOverlay } from './DropOverlay';
import { Panel } from '@/components/layout/Panel';
import { badHash, sendable, stage, StagedFiles, type Staged } from './StagedFiles';
import { useFileDrop } from './useFileDrop';
import { bytes } from '@/lib/format';
import { DecideDialog } from './DecideDialog';
import { FileLine } from './FileLine';
import { forget } from './storage';
import { uploads, useUploads } from './uploads';
import classes from './Files.module.css';

export function FilesPanel({ exhibit }: { exhibit: EvidenceView }) {
  const { t } = useTranslation();
  const { jit, locale, may } = useTeam();
  const [staged, setStaged] = useState<Staged[]>([]);
  const [deciding, setDeciding] = useState<FileView | null>(null);
  const running = useUploads();
  const mayAdd = exhibit.mine && exhibit.status === 'active' && may('files:upload');
  const take = useCallback((files: File[]) => setStaged((all) => [...all, ...stage(files)]), []);
  const over = useFileDrop(mayAdd ? take : null);
  const files = exhibit.files.filter(({ state }) => state !== 'discarded' || exhibit.mine);
  const endpoint = location.origin + filesEndpoint(jit.id, exhibit.id);
  // What is complete or has ended, here or elsewhere, is no longer "interrupted".
  useEffect(() => {
    for (const { id, state } of exhibit.files) if (state !== 'uploading') forget(`${endpoint}/${id}`);
  }, [endpoint, exhibit.files]);
  const count = sendable(staged).length;
  const send = () => {
    if (staged.some(({ expected }) => badHash(expected))) return;
    for (const file of sendable(staged))
      uploads.add({ jit: jit.id, evidence: exhibit.id, number: exhibit.exhibit_number, ...file });
    setStaged([]);
  };
  const total =
    exhibit.files_count > 0
      ? t('files/total', {
          files: t('common/files', { count: exhibit.files_count }),
          size: bytes(exhibit.files_bytes, locale),
        })
      : null;
  return (
    <Panel title={t('files/title')} aside={total} flush>
      {files.length > 0 ? (
        <ul className={classes['list']}>
          {files.map((file) => (
            <FileLine
              key={file.id}
              file={file}
              url={`${endpoint}/${file.id}`}
              mine={exhibit.mine}
              here={running.find(
                ({ fileId, state, name, evidence }) =>
                  fileId === file.id || (state === 'sending' && evidence === exhibit.id && name === file.name),
              )}
              onContinue={(chosen) =>
                uploads.add({
                  jit: jit.id,
                  evidence: exhibit.id,
                  number: exhibit.exhibit_number,
                  file: chosen,
                  expected: null,
                  continues: file.id,
                })
              }
              onDecide={exhibit.mine && may('files:decide') ? () => setDeciding(file) : null}
            />
          ))}
        </ul>
      ) : (
        <p className={classes['none']}>
          {exhibit.status === 'erased'
            ? t('files/noneErased')
            : exhibit.level === 'listed'
              ? (total ?? t('files/noneOther'))
              : t(mayAdd ? 'files/noneMine' : exhibit.mine ? 'files/none' : 'files/noneOther')}
        </p>
      )}
      {mayAdd ? (
        <div className={classes['add']}>
          <StagedFiles staged={staged} onChange={setStaged} />
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
