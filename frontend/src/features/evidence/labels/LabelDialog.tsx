/** Prints labels of exhibits, on a sheet or on the roll of a label printer. A label has no title: anybody can read it. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { make } from './queries';
import { keys } from '@/api/queries';
import { useTeam } from '@/api/team';
import type { EvidenceSummary } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { LabelPrintForm } from './LabelPrintForm';

type Props = { exhibits: readonly Pick<EvidenceSummary, 'id' | 'exhibit_number'>[]; onClose: () => void };

export function LabelDialog({ exhibits, onClose }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const ids = exhibits.map(({ id }) => id);
  const reload = () => {
    for (const id of ids) void queries.invalidateQueries({ queryKey: keys.custody(jit.id, id) });
  };
  return (
    <Dialog
      onClose={onClose}
      title={
        exhibits.length === 1
          ? t('labels/title', { number: exhibits[0]?.exhibit_number ?? '' })
          : t('labels/titleMany', { count: exhibits.length })
      }
    >
      <LabelPrintForm
        help={t('labels/help')}
        suggested={{ count: 1, paper: 'single' }}
        make={(count) => make(jit.id, ids, count)}
        eachCopied
        onMade={reload}
        onClose={onClose}
      />
    </Dialog>
  );
}
