/** The passkeys of the account: each with its last use and a button that removes it, and a button that adds one. */
import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { passkeysWork, type PasskeyView } from '@/features/accounts/passkeys';
import { fullTime } from '@/lib/time';
import { PasskeyDialog } from './PasskeyDialog';
import { passkeysQuery } from './queries';
import { RemovePasskeyDialog } from './RemovePasskeyDialog';
import { SecurityRow } from './SecurityRow';
import classes from './Security.module.css';

/** `first`: the account has no second factor yet. */
export function Passkeys({ first }: { first: boolean }) {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const { data, error, refetch } = useQuery(passkeysQuery());
  const [open, setOpen] = useState<PasskeyView | 'add' | null>(null);
  const close = () => setOpen(null);
  const time = (at: string) => fullTime(at, zone, locale);
  const items = data?.items ?? [];
  return (
    <SecurityRow
      title={t('security/passkeys')}
      act={
        <Button size="compact-sm" variant="default" disabled={!passkeysWork()} onClick={() => setOpen('add')}>
          {t('security/addPasskey')}
        </Button>
      }
    >
      <Stack gap="xs">
        <ProblemNotice error={error} onRetry={error ? () => void refetch() : undefined} />
        {passkeysWork() ? null : <span>{t('security/noPasskeysHere')}</span>}
        {data && items.length === 0 && passkeysWork() ? <span>{t('security/noPasskey')}</span> : null}
        {items.length > 0 ? (
          <ul className={classes['passkeys']} aria-label={t('security/passkeys')}>
            {items.map((one) => (
              <li key={one.id}>
                <strong>{one.name}</strong>
                <span>
                  {one.last_used_at
                    ? t('security/lastUsed', { time: time(one.last_used_at) })
                    : t('security/addedNeverUsed', { time: time(one.created_at) })}
                  {one.synchronised ? ` · ${t('security/synchronised')}` : null}
                </span>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('security/removePasskey', { name: one.name })}
                  onClick={() => setOpen(one)}
                >
                  {t('security/removeShort')}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </Stack>
      {open === 'add' ? <PasskeyDialog first={first} onClose={close} /> : null}
      {open !== null && open !== 'add' ? <RemovePasskeyDialog passkey={open} onClose={close} /> : null}
    </SecurityRow>
  );
}
