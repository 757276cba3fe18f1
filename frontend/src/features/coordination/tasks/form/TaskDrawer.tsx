/** The form of a task. If another user saved first, both versions are shown and nothing is lost. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '@/api/problem';
import { keys } from '@/api/queries';
import { assign, change, taskQuery } from '@/features/coordination/tasks/queries';
import { useTeam } from '@/api/team';
import type { TaskView } from '@/api/views';
import { SideDialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { Notice } from '@/components/notices/Notice';
import { useMemberName } from '@/components/text/useMemberName';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { Conflict } from './Conflict';
import {
  blank,
  changesOf,
  conflicts,
  draftOf,
  faults,
  formOf,
  linesOf,
  merged,
  theirs as onlyTheirs,
  type Draft,
  type Written,
} from './draft';
import { LinkList } from '@/features/coordination/tasks/detail/LinkList';
import { ForeignChange } from '@/features/coordination/tasks/ForeignChange';
import { TaskFields } from './TaskFields';

/** `given`: what is known of a new one already; `decisions`, `consents`, `requests`, `requestItems`: of what it is. */
type Props = {
  task?: TaskView;
  evidence?: string[];
  decisions?: string[];
  consents?: string[];
  requests?: string[];
  requestItems?: string[];
  given?: Partial<Pick<Draft, 'title' | 'details'>>;
  onClose: () => void;
  onDone: (task: TaskView) => void;
};

export function TaskDrawer(props: Props) {
  const { task, evidence = [], decisions = [], consents = [], requests = [], requestItems = [], given } = props;
  const { onClose, onDone } = props;
  const { t } = useTranslation();
  const { jit, zone, seat } = useTeam();
  const nameOf = useMemberName();
  const everywhere = seat.roles.includes('coordinator');
  const queries = useQueryClient();
  // The version that one changes; replaced by theirs when somebody was faster.
  const [base, setBase] = useState(task);
  const form = useForm<Draft>({
    initialValues: task ? draftOf(task, zone) : { ...blank(zone), ...given },
    validate: (draft) => Object.fromEntries(Object.entries(faults(draft)).map(([name, fault]) => [name, t(fault)])),
  });
  const [links, setLinks] = useState(evidence);
  const [chosen, setChosen] = useState<Partial<Record<Written, { theirs: string; mine: string }>>>({});
  const [taken, setTaken] = useState<Partial<Record<Written, { before: string; now: string }>>>({});
  const [items, setItems] = useState('');
  const [tried, setTried] = useState(false);
  const changesIn = (draft: Draft) => (base ? changesOf(draftOf(base, zone), draft) : null);
  const isSame = (draft: Draft) => Object.keys(changesIn(draft) ?? { new: true }).length === 0;
  const { run, notice } = useFormMutation(form, {
    names: { co_assignees: 'coAssignees', due_at: 'due', due_zone: 'zone', legal_basis: 'legalBasis' },
    mutationFn: (draft: Draft) =>
      base
        ? change(jit.id, base, changesIn(draft) ?? {})
        : assign(jit.id, {
            ...formOf(draft, links, linesOf(items)),
            decisions,
            consents,
            requests,
            request_items: requestItems,
          }),
    onSuccess: (now) => {
      queries.setQueryData(taskQuery(jit.id, now.id).queryKey, now);
      for (const queryKey of [keys.tasks(jit.id), keys.history(jit.id, now.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({
        message: t(task ? 'tasks/changed' : now.state === 'proposed' ? 'tasks/proposedTo' : 'tasks/assigned', {
          number: now.number,
          seat: nameOf(now.assignee),
        }),
      });
      onDone(now);
    },
    onError: async (error) => {
      if (!base || !isStale(error)) return;
      const theirs = await queries.query({ ...taskQuery(jit.id, base.id), staleTime: 0 });
      const [before, now, mine] = [draftOf(base, zone), draftOf(theirs, zone), form.getValues()];
      setChosen(
        Object.fromEntries(conflicts(before, now, mine).map((name) => [name, { theirs: now[name], mine: mine[name] }])),
      );
      setTaken(
        Object.fromEntries(
          onlyTheirs(before, now, mine).map((name) => [name, { before: before[name], now: now[name] }]),
        ),
      );
      form.setValues(merged(before, now, mine));
      setBase(theirs);
    },
  });
  const related = (
    [
      ['ofDecision', decisions],
      ['ofConsent', consents],
      ['ofRequest', requests],
      ['ofItem', requestItems],
    ] as const
  ).flatMap(([name, ids]) => (ids.length > 0 ? [name] : []));
  const stale = isStale(run.error);
  const mine = form.values;
  const put = (name: Written, value: string) => form.setFieldValue(name, value);
  const submit = form.onSubmit((draft) => {
    setTried(true);
    if (!isSame(draft)) run.mutate(draft);
  });
  return (
    <SideDialog
      onClose={onClose}
      title={task ? t('tasks/changeTitle', { number: task.number }) : t('tasks/assign')}
      size="40rem"
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t(task ? 'tasks/changeHelp' : everywhere ? 'tasks/assignHelp' : 'tasks/assignOwnHelp')}
          </Text>
          {stale ? (
            <Notice tone="warn" title={t('exhibit/staleTitle')}>
              {t('exhibit/staleHelp')}
            </Notice>
          ) : null}
          <TaskFields
            form={form}
            conflict={(name) => (
              <>
                <Conflict both={chosen[name]} name={name} now={mine[name]} onChoose={(value) => put(name, value)} />
                <ForeignChange
                  change={taken[name]}
                  name={name}
                  now={mine[name]}
                  onChoose={(value) => put(name, value)}
                />
              </>
            )}
          />
          {task ? null : (
            <Textarea
              autosize
              minRows={2}
              maxRows={10}
              label={t('taskParts/checklist')}
              description={t('taskParts/linesHelp')}
              value={items}
              onChange={(event) => setItems(event.currentTarget.value)}
            />
          )}
          {related.map((name) => (
            <Text key={name} size="sm">
              {t('matters/title')}
              {t('common/colon')}
              {t(`matters/${name}`)}. {t('matters/hidden')}
            </Text>
          ))}
          {task ? null : (
            <LinkList
              links={links}
              onLink={(id) => setLinks([...links, id])}
              onUnlink={(id) => setLinks(links.filter((one) => one !== id))}
            />
          )}
          {tried && isSame(mine) ? <Notice>{t('exhibit/unchanged')}</Notice> : null}
          {stale ? null : <ProblemNotice error={notice} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t(task ? 'common/save' : 'tasks/create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SideDialog>
  );
}
