/** Notice on an exhibit about its approval; for administrators, with the next step. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '@/api/views';
import { Notice } from '@/components/notices/Notice';
import { VerdictDialog } from './VerdictDialog';

export function QuarantineNotice({
  exhibit,
  onRead,
  onLeft,
}: {
  exhibit: EvidenceView;
  onRead: () => void;
  onLeft: () => void;
}) {
  const { t } = useTranslation();
  // The exhibit as the reviewer saw it. The server refuses a verdict if a file has arrived since.
  const [deciding, setDeciding] = useState<EvidenceView | null>(null);
  const { verification, mine, may } = exhibit;
  if (verification === null || (verification === 'passed' && !mine)) return null;
  if (verification !== 'waiting')
    return (
      <Notice tone={verification === 'passed' ? 'good' : 'bad'}>
        {t(verification === 'passed' ? 'verifications/passedBanner' : 'verifications/refusedBanner')}
      </Notice>
    );
  if (!may.verify.allowed) return <Notice tone="warn">{t('verifications/waitingBanner')}</Notice>;
  return (
    <Notice
      tone="warn"
      action={
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={onRead}>
            {t('verifications/read')}
          </Button>
          <Button size="compact-xs" onClick={() => setDeciding(exhibit)}>
            {t('verifications/decide')}
          </Button>
        </Group>
      }
    >
      {t('verifications/yoursBanner')}
      {deciding ? <VerdictDialog seen={deciding} onClose={() => setDeciding(null)} onDone={onLeft} /> : null}
    </Notice>
  );
}
