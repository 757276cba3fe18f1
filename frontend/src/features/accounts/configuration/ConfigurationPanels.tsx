/** The settings for mail and storage, where each is set, and a test of both. */
import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { configurationQuery, tryMail, tryStorage, type SettingView } from '@/features/accounts/administration/queries';
import { bytes } from '@/lib/format';
import classes from './Configuration.module.css';

/** Settings that hold a number of bytes. */
const SIZES = /_bytes$/;

export function ConfigurationPanels() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { data, error, isPending, refetch } = useQuery(configurationQuery());
  const mail = useMutation({ mutationFn: tryMail });
  const storage = useMutation({ mutationFn: tryStorage });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton height={200} aria-label={t('common/loading')} />;
  const of = (group: SettingView['group']) => data.settings.filter((one) => one.group === group);
  return (
    <>
      <Part title={t('configuration/mail')} settings={of('mail')}>
        {data.sends_mail ? (
          <Button variant="default" loading={mail.isPending} onClick={() => mail.mutate()}>
            {t('configuration/testMail')}
          </Button>
        ) : (
          <Notice tone="warn">{t('configuration/noMail')}</Notice>
        )}
        <MailResult run={mail} />
      </Part>
      <Part title={t('configuration/storage')} settings={of('storage')}>
        <p className={classes['line']}>
          {t(data.stores_remotely ? 'configuration/remote' : 'configuration/local', {
            free: bytes(data.free_bytes, locale),
          })}
        </p>
        <Button variant="default" loading={storage.isPending} onClick={() => storage.mutate()}>
          {t('configuration/testStorage')}
        </Button>
        <StorageResult run={storage} />
      </Part>
      <Part title={t('configuration/server')} settings={of('server')} />
    </>
  );
}

type Run<Result> = { data: Result | undefined; error: unknown };

function MailResult({ run: { data, error } }: { run: Run<Awaited<ReturnType<typeof tryMail>>> }) {
  const { t } = useTranslation();
  if (!data) return <ProblemNotice error={error} />;
  const { sent_to: to, server, problem } = data;
  if (problem === null) return <Notice tone="good">{t('configuration/mailSent', { to, server })}</Notice>;
  return (
    <Notice tone="bad" title={t('configuration/mailFailed', { server })}>
      {t('configuration/problem', { problem })}
    </Notice>
  );
}

function StorageResult({ run: { data, error } }: { run: Run<Awaited<ReturnType<typeof tryStorage>>> }) {
  const { t } = useTranslation();
  if (!data) return <ProblemNotice error={error} />;
  const { failed_step: step, problem, milliseconds } = data;
  if (step === null) return <Notice tone="good">{t('configuration/storageWorks', { milliseconds })}</Notice>;
  return (
    <Notice tone="bad" title={t(`configuration/failed_${step}`)}>
      {t('configuration/problem', { problem })}
    </Notice>
  );
}

function Part({ title, settings, children }: { title: string; settings: SettingView[]; children?: ReactNode }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const shown = ({ value, secret, is_set: isSet, name }: SettingView) => {
    if (secret) return t(isSet ? 'configuration/secret' : 'configuration/unset');
    if (value === null) return t('configuration/unset');
    if (value === 'True' || value === 'False') return t(`configuration/${value}`);
    return SIZES.test(name) ? bytes(Number(value), locale) : value;
  };
  return (
    <Panel title={title} flush>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>{t('configuration/setting')}</th>
            <th>{t('configuration/value')}</th>
            <th>{t('configuration/source')}</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((one) => (
            <tr key={one.variable}>
              <td>
                {t(`settingName/${one.name as 'smtp_host'}`, { defaultValue: one.name })}
                <code className={classes['variable']}>{one.variable}</code>
              </td>
              <td>{shown(one)}</td>
              <td>{t(one.is_set ? 'configuration/isSet' : 'configuration/byDefault')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children ? <div className={classes['tests']}>{children}</div> : null}
    </Panel>
  );
}
