/** The requests that a request follows or that follow it. An earlier one can be linked afterwards. */
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { When } from '@/components/text/When';
import { ConfirmProductionDialog } from './ConfirmProductionDialog';
import { LinkDialog } from './LinkDialog';
import { unfollow, type LinkedRequestView, type RequestView } from './queries';
import { isDraft } from './state';
import { RequestStateTag } from './StateMarks';
import { useChanged } from './useChanged';
import classes from './Request.module.css';

export function RelatedPanel({ request, works }: { request: RequestView; works: boolean }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [linking, setLinking] = useState(false);
  const [confirming, setConfirming] = useState<LinkedRequestView | null>(null);
  const run = useMutation({
    mutationFn: (earlier: string) => unfollow(jit.id, request.id, earlier),
    onSuccess: useChanged(),
  });
  const none = request.follows.length + request.followed_by.length === 0;
  if (none && !works) return null;
  return (
    <Panel
      title={t('requestDetail/related')}
      aside={
        works ? (
          <Button variant="subtle" size="compact-xs" onClick={() => setLinking(true)}>
            {t('requestDetail/linkEarlier')}
          </Button>
        ) : null
      }
    >
      {none ? <p className={classes['none']}>{t('requestDetail/noRelated')}</p> : null}
      <ul className={classes['list']}>
        {request.follows.map((one) => (
          <Related
            key={one.id}
            one={one}
            words={t(`requestFollows/${one.relation}`)}
            remove={works ? () => run.mutate(one.id) : null}
            confirm={works && one.awaits_confirmation && !isDraft(request) ? () => setConfirming(one) : null}
          />
        ))}
        {request.followed_by.map((one) => (
          <Related key={one.id} one={one} words={t(`requestFollowed/${one.relation}`)} />
        ))}
      </ul>
      <ProblemNotice error={run.error} />
      {linking ? <LinkDialog request={request} onClose={() => setLinking(false)} /> : null}
      {confirming ? (
        <ConfirmProductionDialog request={request.id} earlier={confirming} onClose={() => setConfirming(null)} />
      ) : null}
    </Panel>
  );
}

type Act = (() => void) | null;
type Props = { one: LinkedRequestView; words: string; remove?: Act; confirm?: Act };

function Related({ one, words, remove = null, confirm = null }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  return (
    <li className={classes['line']}>
      <div>
        <div className={classes['small']}>{words}</div>
        <Link
          to="/jits/$jit/requests/$request"
          params={{ jit: jit.id, request: one.id }}
          className={`${classes['link'] ?? ''} mono`}
        >
          {one.number}
        </Link>
        {one.confirmed_at ? (
          <div className={classes['small']}>
            {t('requestDetail/toldAt')} <When at={one.confirmed_at} form="column" />
          </div>
        ) : null}
        {confirm ? (
          <Button size="compact-xs" variant="default" onClick={confirm}>
            {t('requestDetail/confirmProduction')}
          </Button>
        ) : null}
      </div>
      <RequestStateTag state={one.state} />
      {remove ? (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('requestDetail/unlinkEarlier', { number: one.number })}
          onClick={remove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      ) : null}
    </li>
  );
}
