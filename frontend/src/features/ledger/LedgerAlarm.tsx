/** What the watch over the ledger found wrong, above every screen until it is right. */
import { CopyButton, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/Notice';
import { count } from '@/lib/format';
import { parseCheckpoint } from '@/lib/notes';
import { useLedgerWatch } from '@/realtime/LedgerWatch';

export function LedgerAlarm() {
  const { t } = useTranslation();
  const { locale } = useTeam();
  const { alarm, broken, before, checkpoint } = useLedgerWatch();
  if (alarm === null && broken.length === 0) return null;
  const size = checkpoint?.size ?? parseCheckpoint(before?.note ?? '')?.size ?? 0;
  // What shows it to somebody else: the promises as they were given, or the checkpoint that was found good before.
  const evidence = broken.length > 0 ? JSON.stringify(broken, null, 2) : (before?.note ?? '');
  return (
    <Notice
      tone="bad" title={t('watch/title')}
      action={evidence ? <CopyButton value={evidence}>{({ copied, copy }) => <Button size="compact-xs" variant="default" onClick={copy}>{t(copied ? 'common/copied' : 'watch/copy')}</Button>}</CopyButton> : null}
    >
      <p>{alarm === null ? t('watch/promiseBroken', { count: broken.length }) : t(`watch/${alarm}`, { size: count(size, locale) })}</p>
      <p>{t('watch/what')}</p>
    </Notice>
  );
}
