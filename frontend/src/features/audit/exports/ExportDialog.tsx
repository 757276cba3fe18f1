/** Request of an export package: recipient, scope and options; the package appears in the same dialog. */
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/dialogs/Dialog';
import { exportsQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { ExportView } from '@/api/views';
import { BundleLine } from './BundleLine';
import { ExportFields } from './ExportFields';
import { useExport } from './useExport';
import classes from './Exports.module.css';

/** `exhibits`: ids of exhibits that are chosen already; none: any package that the member may request. */
export function ExportDialog({ exhibits, onClose }: { exhibits: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const run = useExport();
  return (
    <Dialog onClose={onClose} size="lg" title={t(run.data ? 'exports/requested' : 'exports/make')}>
      {run.data ? (
        <Requested bundle={run.data} onClose={onClose} />
      ) : (
        <ExportFields exhibits={exhibits} run={run} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Requested({ bundle, onClose }: { bundle: ExportView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const list = useQuery(exportsQuery(jit.id, true));
  const now = list.data?.items.find(({ id }) => id === bundle.id) ?? bundle;
  return (
    <Stack gap="sm">
      <ul className={classes['list']}>
        <BundleLine bundle={now} main />
      </ul>
      <p className="dim">{t('exports/requestedHelp')}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common/close')}
        </Button>
      </Group>
    </Stack>
  );
}
