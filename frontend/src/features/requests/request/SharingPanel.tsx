/** To which parties a request was released, in words; a leader of its party changes that. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Panel } from '@/components/layout/Panel';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { endSharing, type RequestReleaseView, type RequestView } from './queries';
import { useChanged } from './useChanged';
import classes from './Request.module.css';

export function SharingPanel({ request }: { request: RequestView }) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const nameOf = useMemberName();
  const changed = useChanged();
  const [ending, setEnding] = useState<RequestReleaseView | null>(null);
  return (
    <Panel title={t('requestDetail/sharing')}>
      {request.releases.length === 0 ? (
        <p className={classes['none']}>{t('requestDetail/notShared', { party: partyName(request.party) })}</p>
      ) : null}
      <ul className={classes['list']}>
        {request.releases.map((one) => (
          <li key={one.party} className={classes['line']}>
            <div>
              {t(`requestSharing/${one.level}`, { party: partyName(one.party) })}
              <div className={classes['small']}>
                {nameOf(one.released_by)} · <When at={one.released_at} form="column" />
              </div>
            </div>
            {request.may.release ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('requestDetail/endSharingFor', { party: partyName(one.party) })}
                onClick={() => setEnding(one)}
              >
                {t('requestDetail/endSharing')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {ending ? (
        <ReasonDialog
          title={t('requestDetail/endSharingFor', { party: partyName(ending.party) })}
          help={t('requestDetail/endSharingHelp', { party: partyName(ending.party) })}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/endSharing')}
          onClose={() => setEnding(null)}
          act={async (reason) => changed(await endSharing(jit.id, request.id, ending.party, reason))}
          onDone={() => setEnding(null)}
        />
      ) : null}
    </Panel>
  );
}
