/** Registering an exhibit: the whole form, its files and its releases in one step. Nothing is sent before the last button. */
import { Button, Drawer, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { register } from '@/api/actions';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import type { EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { badHash, sendable, stage, StagedFiles, type Staged } from '@/features/evidence/files/StagedFiles';
import { useFileDrop } from '@/features/evidence/files/useFileDrop';
import { useSendingKey } from '@/lib/useSendingKey';
import { initial, toForm, validate, type Errors, type Values } from './form';
import { HowFields, MarkFields, WhatFields } from './RegisterFields';
import { RegisterParents } from './RegisterParents';
import { RegisterReleases } from './RegisterReleases';
import { Section } from '@/features/evidence/exhibit/Section';
import classes from './Register.module.css';

type Sent = ReturnType<typeof sendable>;
/** `parents`: of which it is derived; `given`: what is known of it already, `acquired` as a moment. */
type Props = {
  files: File[];
  parents?: readonly string[];
  given?: Partial<Pick<Values, 'title' | 'kind' | 'category'>> & { acquired?: string };
  onClose: () => void;
  onRegistered: (exhibit: EvidenceView, files: Sent) => void;
};

export function RegisterDrawer({ files, parents = [], given, onClose, onRegistered }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const [values, setValues] = useState<Values>(() => {
    const { acquired, ...known } = given ?? {};
    return {
      ...initial(zone, acquired ? Date.parse(acquired) : Date.now()),
      ...known,
      derived_from: parents.map((evidence) => ({ evidence, how: 'extract' as const })),
    };
  });
  const [staged, setStaged] = useState<Staged[]>(() => stage(files));
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const touched = useRef(files.length > 0);
  const form = useRef<HTMLFormElement>(null);
  const keyOf = useSendingKey();
  const send = useMutation({
    mutationFn: () => {
      const sent = toForm(values, zone);
      return register(jit.id, keyOf(sent), sent);
    },
    onSuccess: (exhibit) => {
      notifications.show({
        title: t('register/done', { number: exhibit.exhibit_number }),
        message: t('register/doneHelp'),
      });
      for (const queryKey of [keys.pool(jit.id), keys.derivations(jit.id)])
        void queries.invalidateQueries({ queryKey });
      onRegistered(exhibit, sendable(staged));
    },
    onError: () => setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
  });
  useFileDrop((dropped) => setStaged((all) => [...all, ...stage(dropped)]));

  const own = tried ? validate(values, zone, Date.now(), t) : {};
  const theirs: Errors =
    send.error instanceof Problem
      ? Object.fromEntries(send.error.fields.map(({ field, message }) => [field, message]))
      : {};
  const errors: Errors = { ...theirs, ...own };
  const change = (next: Partial<Values>) => {
    touched.current = true;
    if (send.isError) send.reset();
    setValues((before) => ({ ...before, ...next }));
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (
      Object.keys(validate(values, zone, Date.now(), t)).length > 0 ||
      staged.some(({ expected }) => badHash(expected))
    ) {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"]')?.focus());
      return;
    }
    send.mutate();
  };
  const close = () => {
    // After this key press: the question would otherwise be closed by the same Escape.
    if (touched.current) setTimeout(() => setLeaving(true));
    else onClose();
  };
  const count = sendable(staged).length;
  return (
    <Drawer
      opened
      onClose={close}
      title={t('register/title')}
      size="46rem"
      closeButtonProps={{ 'aria-label': t('common/close') }}
      classNames={{ title: classes['heading'] ?? '' }}
    >
      <form ref={form} onSubmit={submit} noValidate className={classes['form']}>
        <WhatFields values={values} errors={errors} onChange={change} />
        <Section title={t('register/files')}>
          <StagedFiles
            staged={staged}
            onChange={(next) => {
              touched.current = true;
              setStaged(next);
            }}
          />
        </Section>
        <Section title={t('derivations/section')}>
          <RegisterParents values={values} errors={errors} onChange={change} />
        </Section>
        <HowFields values={values} errors={errors} onChange={change} />
        <MarkFields values={values} errors={errors} onChange={change} />
        <Section title={t('register/who')}>
          <RegisterReleases
            values={values}
            errors={errors}
            onChange={change}
            onFollow={(ruled) => setValues((before) => ({ ...before, ruled }))}
          />
        </Section>
        <Stack gap="xs" className={classes['foot']}>
          {Object.keys(own).length > 0 ? <Notice tone="warn">{t('register/fix')}</Notice> : null}
          <ProblemNotice error={send.error} title={t('register/refused')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="sm" onClick={close}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" size="sm" loading={send.isPending}>
              {count > 0 ? t('register/submitFiles', { count }) : t('register/submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Modal opened={leaving} onClose={() => setLeaving(false)} title={t('register/discard')} centered>
        <Text size="sm" mb="md">
          {t('register/discardHelp')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setLeaving(false)} data-autofocus>
            {t('register/keep')}
          </Button>
          <Button color="red" onClick={onClose}>
            {t('register/discardYes')}
          </Button>
        </Group>
      </Modal>
    </Drawer>
  );
}
