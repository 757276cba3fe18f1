/** The organisation of the own account, which a part of the account page shows. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import { organisationOfMineQuery } from './queries';

export function OrganisationPanel() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(organisationOfMineQuery());
  const open = (
    <Button variant="default" size="compact-xs" onClick={() => void navigate({ to: '/organisation' })}>
      {t('organisation/open')}
    </Button>
  );
  return (
    <Panel title={t('organisation/mine')} aside={data?.administers ? open : undefined}>
      <ProblemNotice error={error} onRetry={error ? () => void refetch() : undefined} />
      {data?.name ? (
        <>
          <strong>{visible(data.name)}</strong>
          <p className="dim">{t('organisation/mineHelp')}</p>
        </>
      ) : null}
      {data && data.name === null ? <span className="dim">{t('organisation/mineNone')}</span> : null}
    </Panel>
  );
}
