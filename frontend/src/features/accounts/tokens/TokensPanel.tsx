/** The named tokens of the user's scripts: make one, see its last use, revoke one or all. */
import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import classes from '@/features/accounts/account/Account.module.css';
import { secondFactorsQuery } from '@/features/accounts/security/queries';
import { MakeTokenDialog } from './MakeTokenDialog';
import { NewToken } from './NewToken';
import { tokensQuery, type NewScriptTokenView, type ScriptTokenView } from './queries';
import { RevokeDialog } from './RevokeDialog';
import { TokenLine } from './TokenLine';

type Open = 'make' | 'revokeAll' | { made: NewScriptTokenView } | { revoke: ScriptTokenView };

export function TokensPanel() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(tokensQuery());
  const factors = useQuery(secondFactorsQuery());
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const tokens = data?.items ?? [];
  return (
    <Panel
      title={t('tokens/title')}
      aside={
        <Group gap="xs">
          {tokens.length > 1 ? (
            <Button variant="default" size="compact-xs" onClick={() => setOpen('revokeAll')}>
              {t('tokens/revokeAll')}
            </Button>
          ) : null}
          <Button
            variant="default"
            size="compact-xs"
            disabled={!data || !factors.data?.changeable}
            onClick={() => setOpen('make')}
          >
            {t('tokens/make')}
          </Button>
        </Group>
      }
      flush
    >
      <p className={classes['help']}>{t('tokens/help')}</p>
      {isPending ? (
        <div className={classes['pad']}>
          <Skeleton height={64} aria-label={t('common/loading')} />
        </div>
      ) : null}
      <div className={classes['pad']}>
        <ProblemNotice error={error} onRetry={error ? () => void refetch() : undefined} />
      </div>
      {data && tokens.length === 0 ? <p className={classes['help']}>{t('tokens/none')}</p> : null}
      <ul className={classes['sessions']} aria-label={t('tokens/title')}>
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} onRevoke={() => setOpen({ revoke: token })} />
        ))}
      </ul>
      {open === 'make' && data ? (
        <MakeTokenDialog longest={data.longest_days} onClose={close} onMade={(made) => setOpen({ made })} />
      ) : null}
      {open === 'revokeAll' ? <RevokeDialog token={null} onClose={close} /> : null}
      {typeof open === 'object' && open && 'made' in open ? <NewToken made={open.made} onClose={close} /> : null}
      {typeof open === 'object' && open && 'revoke' in open ? (
        <RevokeDialog token={open.revoke} onClose={close} />
      ) : null}
    </Panel>
  );
}
