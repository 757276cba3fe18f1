/** The keys that parties sign decisions with, and what each demands; for a party's leaders the way to name, revoke and decide. */
import { Button, Skeleton } from '@mantine/core';
import { IconKey, IconKeyOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signingDemandsQuery, signingKeysQuery } from './queries';
import { useTeam } from '@/api/team';
import type { SigningDemandView, SigningKeyView } from '@/api/views';
import { MoreButton } from '@/components/layout/PagedRows';
import { Copyable } from '@/components/text/Copyable';
import { Notice } from '@/components/notices/Notice';
import { Panel } from '@/components/layout/Panel';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { useMemberName } from '@/components/text/useMemberName';
import { DemandDialog } from './DemandDialog';
import { NameKey } from './NameKey';
import { RevokeKey } from './RevokeKey';
import classes from './Signing.module.css';

export function SigningPanel() {
  const { t } = useTranslation();
  const { jit, seat, may, partyName } = useTeam();
  const nameOf = useMemberName();
  const [naming, setNaming] = useState(false);
  const [revoking, setRevoking] = useState<SigningKeyView | null>(null);
  const [deciding, setDeciding] = useState<SigningDemandView | null>(null);
  const keys = useInfiniteQuery(signingKeysQuery(jit.id));
  const demands = useQuery(signingDemandsQuery(jit.id));
  const named = keys.data?.pages.flatMap(({ items }) => items);
  const error = keys.error ?? demands.error;
  return (
    <div className={classes['panel']}>
      <Panel title={t('signing/title')}>
        <p className={classes['help']}>{t('signing/help')}</p>
        {error ? (
          <ProblemNotice
            error={error}
            onRetry={() => {
              void keys.refetch();
              void demands.refetch();
            }}
          />
        ) : null}
        {!named && !error ? <Skeleton height={60} role="status" aria-label={t('common/loading')} /> : null}
        <div className={classes['part']}>
          <h3>{t('signing/keys')}</h3>
          {may('signing:set') && seat.party ? (
            <Button size="compact-xs" variant="default" onClick={() => setNaming(true)}>
              {t('signing/name')}
            </Button>
          ) : null}
        </div>
        {named?.length === 0 ? <Notice>{t('signing/none')}</Notice> : null}
        <ul className={classes['list']}>
          {named?.map((one) => (
            <KeyLine key={one.id} named={one} onRevoke={() => setRevoking(one)} />
          ))}
        </ul>
        {keys.hasNextPage ? <MoreButton list={keys} size="compact-xs" label={t('signing/more')} /> : null}
        <div className={classes['part']}>
          <h3>{t('signing/demands')}</h3>
        </div>
        <ul className={classes['list']}>
          {demands.data?.map((one) => (
            <li key={one.party} className={classes['demand']}>
              <PartyTag name={partyName(one.party)} />
              <span>{t(`signing/scope/${one.scope}`)}</span>
              {one.decided_at && one.decided_by ? (
                <span className="dim">
                  {nameOf(one.decided_by)} · <When at={one.decided_at} />
                </span>
              ) : null}
              {one.keyless ? <Notice tone="warn">{t('signing/keyless')}</Notice> : null}
              {one.may_set ? (
                <Button size="compact-xs" variant="default" onClick={() => setDeciding(one)}>
                  {t('signing/change')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
      {naming ? <NameKey onClose={() => setNaming(false)} /> : null}
      {revoking ? <RevokeKey named={revoking} onClose={() => setRevoking(null)} /> : null}
      {deciding ? <DemandDialog key={deciding.version} stands={deciding} onClose={() => setDeciding(null)} /> : null}
    </div>
  );
}

function KeyLine({ named, onRevoke }: { named: SigningKeyView; onRevoke: () => void }) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  const Icon = named.revoked_at ? IconKeyOff : IconKey;
  return (
    <li className={classes['key']} data-revoked={named.revoked_at !== null || undefined}>
      <Icon size={16} stroke={1.5} aria-hidden />
      <div className={classes['words']}>
        <span className={classes['head']}>
          <PartyTag name={partyName(named.party)} /> <strong>{named.name}</strong>{' '}
          <span className="dim">{t(named.revoked_at ? 'signing/revoked' : 'signing/inForce')}</span>
        </span>
        <span className={classes['head']}>
          {t('signing/fingerprint')}{' '}
          <Copyable value={named.fingerprint} head={16} tail={8} label={t('signing/fingerprint')} />{' '}
          {t('signing/publicKey')}{' '}
          <Copyable value={named.public_key} head={10} tail={9} label={t('signing/publicKey')} />
        </span>
        <span className="dim">
          {t('signing/namedBy', { seat: nameOf(named.named_by) })} · <When at={named.named_at} />
        </span>
        {named.revoked_at ? (
          <span className="dim">
            {t('signing/revokedBy', { seat: nameOf(named.revoked_by ?? ''), reason: named.reason ?? '' })} ·{' '}
            <When at={named.revoked_at} />
          </span>
        ) : null}
      </div>
      {named.may_revoke ? (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('signing/revokeOf', { name: named.name })}
          onClick={onRevoke}
        >
          {t('signing/revoke')}
        </Button>
      ) : null}
    </li>
  );
}
