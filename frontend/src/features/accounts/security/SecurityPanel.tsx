/** How the account signs in: password, authenticator app and recovery codes, each with what can be done. */
import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { fullTime } from '@/lib/time';
import { AuthenticatorDialog } from './AuthenticatorDialog';
import { BothFactorsDialog } from './BothFactorsDialog';
import { Passkeys } from './Passkeys';
import { PasswordDialog } from './PasswordDialog';
import { secondFactorsQuery } from './queries';
import { SecurityRow } from './SecurityRow';
import classes from './Security.module.css';

type Open = 'password' | 'app' | 'remove' | 'renew';
const FEW_CODES = 3;

export function SecurityPanel() {
  const { t } = useTranslation();
  const { zone, locale } = useLocale();
  const { data, error, isPending, refetch } = useQuery(secondFactorsQuery());
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const act = (what: Open, words: string, tone?: 'filled') => (
    <Button size="compact-sm" variant={tone ?? 'default'} disabled={!data?.changeable} onClick={() => setOpen(what)}>
      {words}
    </Button>
  );
  return (
    <Panel title={t('security/title')} flush>
      <div className={classes['notices']}>
        {data && !data.changeable ? <Notice tone="locked">{t('security/demonstration')}</Notice> : null}
        {data?.demanded && !data.proved ? <Notice tone="warn">{t('security/demanded')}</Notice> : null}
        <ProblemNotice error={error} onRetry={error ? () => void refetch() : undefined} />
      </div>
      <dl className={classes['rows']}>
        <SecurityRow title={t('signIn/password')} act={act('password', t('security/changePassword'))}>
          {t('security/passwordState')}
        </SecurityRow>
        {isPending ? <Skeleton height={64} aria-label={t('common/loading')} /> : null}
        {data && data.app_since === null ? (
          <SecurityRow
            title={t('security/app')}
            act={act('app', t('security/setUp'), data.demanded ? 'filled' : undefined)}
          >
            {t('security/noApp')}
          </SecurityRow>
        ) : null}
        {data?.app_since ? (
          <SecurityRow title={t('security/app')} act={act('remove', t('security/removeShort'))}>
            {t('security/appSince', { time: fullTime(data.app_since, zone, locale) })}
          </SecurityRow>
        ) : null}
        {data ? <Passkeys first={data.changeable && !data.needed_at_sign_in} /> : null}
        {data?.needed_at_sign_in ? (
          <SecurityRow title={t('security/recoveryCodes')} act={act('renew', t('security/renewShort'))}>
            <span data-few={data.recovery_codes <= FEW_CODES || undefined}>
              {t('security/codesLeft', { count: data.recovery_codes })}
            </span>
          </SecurityRow>
        ) : null}
      </dl>
      {open === 'password' ? <PasswordDialog onClose={close} /> : null}
      {open === 'app' ? <AuthenticatorDialog onClose={close} /> : null}
      {open === 'remove' || open === 'renew' ? <BothFactorsDialog act={open} onClose={close} /> : null}
    </Panel>
  );
}
