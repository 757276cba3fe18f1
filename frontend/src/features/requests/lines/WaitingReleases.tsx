/** Releases and recalls of a request or notice that wait for a second leader, who confirms one or gives it up. */
import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { FormDialog } from '@/components/dialogs/FormDialog';
import { ReasonDialog } from '@/components/dialogs/ReasonDialog';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { visible } from '@/lib/visible';
import classes from '@/features/requests/request/Request.module.css';
import { wordOf, type Seconding, type WaitingLineReleaseView } from './queries';

type Props<View> = {
  waiting: readonly WaitingLineReleaseView[];
  seconding: Seconding<View>;
  onChanged: (now: View) => void;
};

export function WaitingReleases<View>({ waiting, seconding, onChanged }: Props<View>) {
  const { t } = useTranslation();
  const { partyName } = useTeam();
  const nameOf = useMemberName();
  const [asked, setAsked] = useState<{ act: 'confirm' | 'give_up'; one: WaitingLineReleaseView } | null>(null);
  const run = useMutation({
    mutationFn: seconding.confirm,
    onSuccess: (now) => {
      onChanged(now);
      setAsked(null);
    },
  });
  const close = () => {
    run.reset();
    setAsked(null);
  };
  const party = partyName(asked?.one.party ?? '');
  return (
    <>
      {waiting.length > 0 ? (
        <ul className={classes['list']}>
          {waiting.map((one) => (
            <li key={one.party} className={classes['line']}>
              <div>
                {t(`requestWaiting/${wordOf(one)}`, { party: partyName(one.party) })}
                <div className={classes['small']}>
                  {nameOf(one.wanted_by)} · <When at={one.wanted_at} form="column" />
                </div>
                {one.reason ? <div className={classes['small']}>{visible(one.reason)}</div> : null}
              </div>
              <Group gap="xs">
                {one.may.includes('confirm') ? (
                  <Button size="compact-xs" onClick={() => setAsked({ act: 'confirm', one })}>
                    {t(`requestSeconding/${one.level ? 'release' : 'recall'}`)}
                  </Button>
                ) : null}
                {one.may.includes('give_up') ? (
                  <Button size="compact-xs" variant="default" onClick={() => setAsked({ act: 'give_up', one })}>
                    {t('requestSeconding/giveUp')}
                  </Button>
                ) : null}
              </Group>
            </li>
          ))}
        </ul>
      ) : null}
      {asked?.act === 'confirm' ? (
        <FormDialog
          title={t(`requestSeconding/${asked.one.level ? 'releaseTitle' : 'recallTitle'}`, { party })}
          action={t(`requestSeconding/${asked.one.level ? 'release' : 'recall'}`)}
          pending={run.isPending}
          problem={run.error}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            run.mutate(asked.one.party);
          }}
        >
          <Text size="sm">
            {t(`requestSeconding/${asked.one.level ? 'releaseHelp' : 'recallHelp'}`, {
              party,
              seat: nameOf(asked.one.wanted_by),
            })}
          </Text>
        </FormDialog>
      ) : null}
      {asked?.act === 'give_up' ? (
        <ReasonDialog
          title={t('requestSeconding/giveUpTitle', { party })}
          help={t('requestSeconding/giveUpHelp')}
          reasonLabel={t('common/reason')}
          action={t('requestSeconding/giveUp')}
          onClose={close}
          act={async (reason) => onChanged(await seconding.giveUp(asked.one.party, reason))}
          onDone={close}
        />
      ) : null}
    </>
  );
}
