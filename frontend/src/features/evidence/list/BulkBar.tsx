/** Acts on the selected exhibits. */
import { Button } from '@mantine/core';
import { IconChecklist, IconArrowBackUp, IconPackageExport, IconQrcode, IconShare } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import classes from './Grid.module.css';

export type BulkAct = 'share' | 'recall' | 'export' | 'task' | 'label';

export function BulkBar({
  count,
  onAct,
  onClear,
}: {
  count: number;
  onAct: (act: BulkAct) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  const { may } = useTeam();
  const icon = { size: 14, 'aria-hidden': true } as const;
  return (
    <div className={classes['bulk']} role="toolbar" aria-label={t('evidence/selected', { count })}>
      <strong role="status">{t('evidence/selected', { count })}</strong>
      {may('releases:grant') ? (
        <>
          <Button size="xs" variant="default" leftSection={<IconShare {...icon} />} onClick={() => onAct('share')}>
            {t('evidence/share')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp {...icon} />}
            onClick={() => onAct('recall')}
          >
            {t('evidence/recall')}
          </Button>
        </>
      ) : null}
      {may('exports:make') ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPackageExport {...icon} />}
          onClick={() => onAct('export')}
        >
          {t('evidence/exportThem')}
        </Button>
      ) : null}
      {may('tasks:assign') ? (
        <Button size="xs" variant="default" leftSection={<IconChecklist {...icon} />} onClick={() => onAct('task')}>
          {t('evidence/task')}
        </Button>
      ) : null}
      {may('labels:print') ? (
        <Button size="xs" variant="default" leftSection={<IconQrcode {...icon} />} onClick={() => onAct('label')}>
          {t('evidence/label')}
        </Button>
      ) : null}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('evidence/deselect')}
      </Button>
    </div>
  );
}
