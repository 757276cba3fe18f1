/** The organisation of its administrators: running proposals, accounts, and the log. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { SecondFactorNeeded } from '@/features/accounts/security/SecondFactorNeeded';
import { visible } from '@/lib/visible';
import { AccountsPanel } from './AccountsPanel';
import { ActsPanel } from './ActsPanel';
import { ProposalsPanel } from './ProposalsPanel';
import { ProposeDialog } from './ProposeDialog';
import { ownOrganisationQuery, type OrganisationAccountView, type ProposalForm } from './queries';
import classes from '@/features/accounts/administration/Administration.module.css';

type Proposing = { kind: ProposalForm['kind']; on: OrganisationAccountView };

export function OrganisationScreen() {
  const { t } = useTranslation();
  return (
    <div className={classes['screen']}>
      <SecondFactorNeeded>
        <Content title={t('organisation/title')} />
      </SecondFactorNeeded>
    </div>
  );
}

function Content({ title }: { title: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(ownOrganisationQuery());
  const [proposing, setProposing] = useState<Proposing | null>(null);
  const absent = error instanceof Problem && error.status === 404;
  const active = data?.accounts.filter((one) => one.administrator && one.state === 'active').length ?? 0;
  return (
    <>
      <ScreenHead title={data ? visible(data.name) : title} help={t('organisation/help')} />
      {absent ? <Notice tone="locked">{t('organisation/none')}</Notice> : null}
      {error && !absent ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <Skeleton height={160} aria-label={t('common/loading')} /> : null}
      {data && !absent ? (
        <>
          {active < 2 ? <Notice tone="warn">{t('organisation/tooFew')}</Notice> : null}
          <ProposalsPanel items={data.proposals} />
          <AccountsPanel items={data.accounts} onAct={(kind, on) => setProposing({ kind, on })} />
          <ActsPanel />
          {proposing ? <ProposeDialog {...proposing} of={data} onClose={() => setProposing(null)} /> : null}
        </>
      ) : null}
    </>
  );
}
