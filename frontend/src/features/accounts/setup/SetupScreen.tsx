/** The first run: the operator's account with the code that the server printed, then mail and storage. */
import { Button, Group, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCheck, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { EmptyState } from '@/components/layout/EmptyState';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { ConfigurationPanels } from '@/features/accounts/configuration/ConfigurationPanels';
import { AccountStep } from './AccountStep';
import { SecondFactorNeeded } from '@/features/accounts/security/SecondFactorNeeded';
import { setupQuery } from './queries';
import classes from './Setup.module.css';

const STEPS = ['account', 'services'] as const;

export function SetupScreen() {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery({ ...setupQuery(), enabled: !done });
  if (!done && error instanceof Problem && error.status === 404) return <Closed />;
  const step = done ? 1 : 0;
  return (
    <main className={classes['page']}>
      <div className={`${classes['column'] ?? ''} ${done ? '' : (classes['narrow'] ?? '')}`}>
        <Title order={1}>{t('setup/title')}</Title>
        <ol className={classes['steps']} aria-label={t('setup/steps')}>
          {STEPS.map((one, index) => (
            <li key={one} data-done={index < step || undefined} aria-current={index === step ? 'step' : undefined}>
              <span className={classes['number']}>
                {index < step ? <IconCheck size={14} aria-hidden /> : index + 1}
              </span>
              {t(`setup/${one}`)}
            </li>
          ))}
        </ol>
        {done ? <Services /> : null}
        {!done && data ? <AccountStep onDone={() => setDone(true)} /> : null}
        {done ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      </div>
    </main>
  );
}

function Services() {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="good" title={t('setup/created')}>
        {t('setup/createdHelp')}
      </Notice>
      <SecondFactorNeeded>
        <ConfigurationPanels />
      </SecondFactorNeeded>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('setup/next')}
        </Text>
        <Button
          rightSection={<IconArrowRight size={15} aria-hidden />}
          renderRoot={(props) => <Link to="/administration" {...props} />}
        >
          {t('setup/finish')}
        </Button>
      </Group>
    </>
  );
}

function Closed() {
  const { t } = useTranslation();
  return (
    <EmptyState page icon={IconLock} title={t('setup/closed')} help={t('setup/closedHelp')}>
      <Button renderRoot={(props) => <Link to="/sign-in" {...props} />}>{t('setup/signIn')}</Button>
    </EmptyState>
  );
}
