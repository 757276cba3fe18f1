/** Recall of the selected exhibits from several parties, under the same rules as for a single one. */
import { MultiSelect, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recallReleasesInBulk } from '@/api/generated/sdk.gen';
import { useTeam } from '@/api/team';
import type { EvidenceSummary } from '@/api/views';
import { ManyDialog } from './ManyDialog';
import { useMany } from './useMany';

export function RecallMany({ exhibits, onClose }: { exhibits: readonly EvidenceSummary[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const own = exhibits.filter(({ mine }) => mine);
  const having = [
    ...new Set(own.flatMap(({ originator, released_to: all }) => all.filter((code) => code !== originator))),
  ];
  const [parties, setParties] = useState<string[]>(having.length === 1 ? having : []);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const many = useMany(
    async (items, preview) => {
      const body = { items, reason: reason.trim(), preview };
      return (await recallReleasesInBulk({ path: { jit: jit.id }, body, throwOnError: true })).data.items;
    },
    (rows) => {
      notifications.show({ message: t('many/recalled', { count: rows.length }) });
      onClose();
    },
  );
  return (
    <ManyDialog
      danger
      title={t('many/recallTitle', { count: own.length })}
      help={t('many/recallHelp')}
      action={t('many/recall')}
      exhibits={own}
      omitted={exhibits.length - own.length}
      parties={parties}
      many={many}
      ready={() => {
        setTried(true);
        return parties.length > 0 && reason.trim() !== '';
      }}
      onClose={onClose}
    >
      <MultiSelect
        required
        label={t('many/parties')}
        data={having.map((code) => ({ value: code, label: partyName(code) }))}
        value={parties}
        error={tried && parties.length === 0 ? t('many/needsParty') : null}
        onChange={setParties}
      />
      <Textarea
        required
        label={t('releases/recallReason')}
        maxLength={10_000}
        value={reason}
        error={tried && !reason.trim() ? t('exhibit/needReason') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ManyDialog>
  );
}
