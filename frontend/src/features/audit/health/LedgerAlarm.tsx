/** Errors found by the watch over the ledger, above every screen until they are resolved. */
import { CopyButton, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checkpointQuery } from '@/api/queries';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { count } from '@/lib/format';
import { parseCheckpoint } from '@/lib/notes';
import { promisesOf } from '@/realtime/remembered';
import { relyOn, useLedgerWatch } from '@/realtime/LedgerWatch';

export function LedgerAlarm() {
  const { t } = useTranslation();
  const { jit, locale } = useTeam();
  const queries = useQueryClient();
  const { alarm, begun, broken, before, checkpoint } = useLedgerWatch();
  if (alarm === null && broken.length === 0) return null;
  const size = checkpoint?.size ?? parseCheckpoint(before?.note ?? '')?.size ?? 0;
  // Proof for others: the promises as received, or the last valid checkpoint.
  const given = begun ? promisesOf(jit.id) : broken;
  const evidence = [alarm === null ? '' : (before?.note ?? ''), given.length > 0 ? JSON.stringify(given, null, 2) : '']
    .filter(Boolean)
    .join('\n');
  const goOn = (one: typeof begun) => {
    if (one) relyOn(jit.id, one);
    void queries.invalidateQueries(checkpointQuery(jit.id));
  };
  return (
    <Notice
      tone={alarm === 'renewed' ? 'warn' : 'bad'}
      title={t(alarm === 'renewed' ? 'watch/renewedTitle' : 'watch/title')}
      action={
        <Group gap="xs">
          {evidence ? (
            <CopyButton value={evidence}>
              {({ copied, copy }) => (
                <Button size="compact-xs" variant="default" onClick={copy}>
                  {t(copied ? 'common/copied' : 'watch/copy')}
                </Button>
              )}
            </CopyButton>
          ) : null}
          {begun ? (
            <Button size="compact-xs" variant="default" onClick={() => goOn(begun)}>
              {t('watch/goOn')}
            </Button>
          ) : null}
        </Group>
      }
    >
      <p>
        {alarm === null
          ? t('watch/promiseBroken', { count: broken.length })
          : t(`watch/${alarm}`, { size: count(size, locale) })}
      </p>
      <p>{t(alarm === 'renewed' ? 'watch/renewedWhat' : begun ? 'watch/epochWhat' : 'watch/what')}</p>
    </Notice>
  );
}
