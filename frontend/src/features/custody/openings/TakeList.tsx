/** Links to the originals of a download, renewed as long as the dialog is open. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView, OpeningView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { Copyable } from '@/components/text/Copyable';
import { FileName } from '@/components/text/FileName';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { bytes } from '@/lib/format';
import { saveLink } from '@/lib/saveLink';
import { visible } from '@/lib/visible';
import { useLink } from './useLink';
import classes from './Openings.module.css';

export function TakeList({
  exhibit,
  opening,
  onClose,
}: {
  exhibit: EvidenceView;
  opening: OpeningView;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const link = useLink(jit.id, exhibit.id, opening);
  const [problem, setProblem] = useState<unknown>(null);
  const fetchAll = () => {
    link((now) => now.zip ?? undefined)
      .then((address) => {
        setProblem(null);
        if (address) saveLink(address, `${exhibit.exhibit_number}.zip`);
      })
      .catch(setProblem);
  };
  const fetchIt = (id: string, name: string) => {
    link((now) => now.files.find((file) => file.id === id)?.link)
      .then((address) => {
        setProblem(null);
        if (address) saveLink(address, name);
      })
      .catch(setProblem);
  };
  return (
    <Dialog onClose={onClose} size="xl" title={t('openings/takeTitle', { number: exhibit.exhibit_number })}>
      <Stack gap="sm">
        <Notice tone="good">{t('openings/takeReady')}</Notice>
        <ProblemNotice error={problem} />
        {opening.files.length > 1 && opening.zip ? (
          <Group justify="space-between" gap="sm" wrap="nowrap">
            <Text size="sm" c="dimmed">
              {t('files/zipHelp')}
            </Text>
            <Button leftSection={<IconDownload size={14} aria-hidden />} onClick={fetchAll}>
              {t('files/zip')}
            </Button>
          </Group>
        ) : null}
        {opening.files.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('openings/noFiles')}
          </Text>
        ) : null}
        {opening.files.map((file) => (
          <div key={file.id} className={classes['take']}>
            <div className={classes['takeMain']}>
              <strong>
                <FileName>{file.name}</FileName>
              </strong>
              <span className="dim">
                {bytes(file.size_bytes, locale)} · {t('files/hash')} <Copyable value={file.sha256} />
              </span>
            </div>
            <Button
              variant="default"
              leftSection={<IconDownload size={14} aria-hidden />}
              onClick={() => fetchIt(file.id, file.name)}
              aria-label={`${t('common/download')}${t('common/colon')}${visible(file.name)}`}
            >
              {t('common/download')}
            </Button>
          </div>
        ))}
      </Stack>
    </Dialog>
  );
}
