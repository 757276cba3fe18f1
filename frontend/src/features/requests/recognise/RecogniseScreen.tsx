/** Recognises identifiers in a pasted text, and drafts a preservation request for those that the user chooses. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EmptyState } from '@/components/layout/EmptyState';
import { Panel } from '@/components/layout/Panel';
import { ScreenHead } from '@/components/layout/ScreenHead';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { IdentifierTable } from './IdentifierTable';
import { PreservationPanel } from './PreservationPanel';
import { recognise } from './queries';
import classes from './Recognise.module.css';

const MOST_CHARACTERS = 100_000;

export function RecogniseScreen() {
  const { t } = useTranslation();
  const { jit, may } = useTeam();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const run = useMutation({
    mutationFn: (pasted: string) => recognise(jit.id, pasted),
    onSuccess: (found) => setChosen(new Set(found.length === 1 ? [0] : [])),
  });
  const found = run.data ?? [];
  if (!may('requests:work'))
    return (
      <div className={classes['screen']}>
        <ScreenHead title={t('recognise/title')} term="identifiers" help={t('recognise/help')} />
        <Notice tone="locked">{t('recognise/mayNot')}</Notice>
      </div>
    );
  return (
    <div className={classes['screen']}>
      <ScreenHead title={t('recognise/title')} term="identifiers" help={t('recognise/help')} />
      <Panel title={t('recognise/text')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) run.mutate(text);
          }}
        >
          <Stack gap="sm">
            <Textarea
              autosize
              minRows={4}
              maxRows={16}
              maxLength={MOST_CHARACTERS}
              spellCheck={false}
              classNames={{ input: 'mono' }}
              label={t('recognise/pasted')}
              description={t('recognise/pastedHelp')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <ProblemNotice error={run.error} />
            <Group justify="flex-end">
              <Button type="submit" loading={run.isPending} disabled={!text.trim()}>
                {t('recognise/run')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
      {run.isSuccess && found.length === 0 ? (
        <EmptyState icon={IconFileSearch} title={t('recognise/nothing')} help={t('recognise/nothingHelp')} />
      ) : null}
      {found.length > 0 ? (
        <Panel
          title={t('recognise/found')}
          aside={
            <span className="dim" role="status">
              {t('recognise/chosen', { count: chosen.size, all: found.length })}
            </span>
          }
          flush
        >
          <IdentifierTable found={found} chosen={chosen} onChoose={setChosen} />
        </Panel>
      ) : null}
      {found.length > 0 && chosen.size === 0 ? <Notice>{t('recognise/chooseFirst')}</Notice> : null}
      {chosen.size > 0 && jit.state === 'operational' ? (
        <PreservationPanel text={run.variables ?? ''} chosen={found.filter((_, place) => chosen.has(place))} />
      ) : null}
    </div>
  );
}
