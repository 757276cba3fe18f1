/** To which parties a request or notice was released; who may release it can end that. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { Panel } from '@/components/layout/Panel';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import classes from '@/features/requests/request/Request.module.css';

type Release = { party: string; released_by: string; released_at: string };
/** `words`: what a party sees. `help`: what ending the release means for a party, by name. `onEnd`: ends it. */
type Props<Shown extends Release> = {
  releases: readonly Shown[];
  mayEnd: boolean;
  aside?: ReactNode;
  empty: string;
  words: (one: Shown) => string;
  help: (party: string) => string;
  onEnd: (party: string, reason: string) => Promise<void>;
  children?: ReactNode;
};

export function ReleasesPanel<Shown extends Release>(props: Props<Shown>) {
  const { releases, mayEnd, aside = null, empty, words, help, onEnd, children } = props;
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  const [ending, setEnding] = useState<string | null>(null);
  return (
    <Panel title={t('requestDetail/sharing')} aside={aside}>
      {releases.length === 0 ? <p className={classes['none']}>{empty}</p> : null}
      <ul className={classes['list']}>
        {releases.map((one) => (
          <li key={one.party} className={classes['line']}>
            <div>
              {words(one)}
              <div className={classes['small']}>
                {nameOf(one.released_by)} · <When at={one.released_at} form="column" />
              </div>
            </div>
            {mayEnd ? (
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('requestDetail/endSharingFor', { party: partyName(one.party) })}
                onClick={() => setEnding(one.party)}
              >
                {t('requestDetail/endSharing')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {children}
      {ending ? (
        <ReasonDialog
          title={t('requestDetail/endSharingFor', { party: partyName(ending) })}
          help={help(partyName(ending))}
          reasonLabel={t('common/reason')}
          action={t('requestDetail/endSharing')}
          onClose={() => setEnding(null)}
          act={(reason) => onEnd(ending, reason)}
          onDone={() => setEnding(null)}
        />
      ) : null}
    </Panel>
  );
}
