/** Notice on an exhibit that it is closed or cleared; for its privilege reviewer, with the next step. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { ClearanceDialog } from './ClearanceDialog';

export function FilterNotice({ exhibit, onRead }: { exhibit: EvidenceView; onRead: () => void }) {
  const { t } = useTranslation();
  // The exhibit as the reviewer saw it. The server refuses a verdict if a file has arrived since.
  const [deciding, setDeciding] = useState<EvidenceView | null>(null);
  const { privilege, mine, may } = exhibit;
  if (privilege === null || (privilege === 'cleared' && !mine)) return null;
  if (privilege !== 'unchecked')
    return (
      <Notice tone={privilege === 'cleared' ? 'good' : 'bad'}>
        {t(privilege === 'cleared' ? 'filtering/cleared' : 'filtering/privileged')}
      </Notice>
    );
  if (!may.filter.allowed) return <Notice tone="warn">{t('filtering/closed')}</Notice>;
  return (
    <Notice
      tone="warn"
      action={
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={onRead}>
            {t('filtering/read')}
          </Button>
          <Button size="compact-xs" onClick={() => setDeciding(exhibit)}>
            {t('filtering/decide')}
          </Button>
        </Group>
      }
    >
      {t('filtering/yours')}
      {deciding ? <ClearanceDialog seen={deciding} onClose={() => setDeciding(null)} /> : null}
    </Notice>
  );
}
