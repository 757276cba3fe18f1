/** The answer: consent with its conditions, what follows from it in words, or the way to a refusal. */
import { Button, Group, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { grant } from './queries';
import { useTeam } from '@/api/team';
import type { ConsentView, Level } from '@/api/views';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
import { LevelChoice } from '@/components/sharing/LevelChoice';
import { useMemberName } from '@/components/text/useMemberName';
import { useRefresh } from './useRefresh';
import { namedIn } from './wants';
import classes from './Consents.module.css';

export function GrantForm({ one, onRefuse, onDone }: { one: ConsentView; onRefuse: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const { jit, partyName, zone } = useTeam();
  const refresh = useRefresh();
  const nameOf = useMemberName();
  const [evidence, setEvidence] = useState<string | null>(null);
  const [level, setLevel] = useState<Level>('readable');
  const [conditions, setConditions] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const party = partyName(one.asker_party);
  const question = one.use === 'question';
  const named = namedIn(one, nameOf);
  const at = until ? instantOf(until, zone) : null;
  const badUntil = until !== '' && (at === null || Date.parse(at) <= Date.now());
  const run = useMutation({
    mutationFn: () =>
      grant(jit.id, one, {
        ...(question ? { evidence, level } : {}),
        ...(at ? { until: at } : {}),
        ...(conditions.trim() ? { conditions: conditions.trim() } : {}),
      }),
    onSuccess: (now) => {
      refresh(now);
      notifications.show({ message: t('consents/granted') });
      onDone();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!badUntil && (!question || evidence)) run.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {question ? (
          <>
            <ExhibitPicker
              label={t('consents/attach')}
              value={evidence}
              error={tried && !evidence ? t('consents/needAttach') : null}
              filter={({ mine, status }) => mine && status === 'active'}
              onChange={setEvidence}
            />
            <LevelChoice
              label={t('consents/attachLevel', { party })}
              value={level}
              withNone={false}
              onChange={(next) => {
                if (next !== 'none') setLevel(next);
              }}
            />
          </>
        ) : null}
        <section className={classes['then']}>
          <Title order={3} size="h6">
            {t('consents/then')}
          </Title>
          {one.use === 'court' ? <p>{t('consents/thenCourt', { party })}</p> : null}
          {question ? (
            <p>
              {t('consents/thenAttach', { party })} {t(`level/${level}Help`)}
            </p>
          ) : null}
          {one.level ? (
            <p>
              {t('consents/thenLevel', { party, level: t(`level/${one.level}`) })} {t(`level/${one.level}Help`)}
            </p>
          ) : null}
          {one.purposes ? (
            <p>
              {t('consents/thenPurposes', {
                party,
                purposes: one.purposes.map((purpose) => t(`purpose/${purpose}`)).join(', '),
              })}
            </p>
          ) : null}
          {named.length > 0 ? <p>{t('consents/thenNamed', { party, named: named.join(', ') })}</p> : null}
          <p>{t('consents/thenNobody')}</p>
        </section>
        <Textarea
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          label={t('consents/conditions')}
          description={t('consents/conditionsHelp', { party })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={conditions}
          onChange={(event) => setConditions(event.currentTarget.value)}
        />
        {one.use === 'court' ? null : (
          <TextInput
            type="datetime-local"
            label={t('consents/until')}
            description={t('consents/untilHelp', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={badUntil ? t('releases/pastUntil') : null}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
        )}
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" c="var(--l-bad)" onClick={onRefuse}>
            {t('consents/refuse')}
          </Button>
          <Button type="submit" loading={run.isPending}>
            {t('consents/grant')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
