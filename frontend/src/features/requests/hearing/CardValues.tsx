/** What the card of the country says for a hearing, what leaders decided about each value, and what is not recorded. */
import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { Panel } from '@/components/layout/Panel';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { StateTag } from '@/components/text/StateTag';
import { ProposedValue } from '@/features/requests/admissibility/ProposedValue';
import { NotRecorded } from '@/features/requests/cards/NotRecorded';
import { decideAboutCard, type CardValueView, type HearingView } from './queries';
import { useShown } from './useShown';
import classes from './Hearing.module.css';

const DECISIONS = ['confirmed', 'removed'] as const;

export function CardValues({ hearing }: { hearing: HearingView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const shown = useShown();
  const run = useMutation({
    mutationFn: ({ one, decision }: { one: CardValueView; decision: (typeof DECISIONS)[number] }) =>
      decideAboutCard(jit.id, hearing.id, one, decision),
    onSuccess: shown,
  });
  return (
    <Panel title={t('hearingCard/title')}>
      <p className={classes['small']}>{t('hearingCard/help')}</p>
      <ProblemNotice error={run.error} />
      <ul className={classes['list']}>
        {hearing.card.map((one) => (
          <ProposedValue key={one.topic} one={one} aside={<Standing one={one} />}>
            {hearing.may['decide'] ? (
              <Group gap={6}>
                {DECISIONS.filter((decision) => decision !== one.decision).map((decision) => (
                  <Button
                    key={decision}
                    size="compact-xs"
                    variant="default"
                    aria-label={t(`hearingCard/${decision}Label`, { value: t(`admissibilityTopic/${one.topic}`) })}
                    onClick={() => run.mutate({ one, decision })}
                  >
                    {t(`hearingCard/${decision}`)}
                  </Button>
                ))}
              </Group>
            ) : null}
          </ProposedValue>
        ))}
      </ul>
      <NotRecorded values={hearing.not_recorded} />
    </Panel>
  );
}

function Standing({ one }: { one: CardValueView }) {
  const { t } = useTranslation();
  if (one.changed)
    return (
      <StateTag tone="warn" pending>
        {t('hearingCard/changed')}
      </StateTag>
    );
  return (
    <StateTag tone={one.decision === 'confirmed' ? 'good' : 'plain'}>
      {t(`cardDecision/${one.decision ?? 'open'}`)}
    </StateTag>
  );
}
