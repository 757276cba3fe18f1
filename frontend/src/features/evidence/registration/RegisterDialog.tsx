/** Registration of an exhibit in two steps. Nothing is sent before the last button. */
import { Button, Group, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { register } from '@/api/actions';
import { Problem } from '@/api/problem';
import { keys } from '@/api/queries';
import type { EvidenceForm, EvidenceView } from '@/api/views';
import { useTeam } from '@/api/team';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { badHash, sendable, stage, type Staged } from '@/features/evidence/files/StagedFiles';
import { useFileDrop } from '@/features/evidence/files/useFileDrop';
import { useSendingKey } from '@/lib/useSendingKey';
import { FilesStep } from './FilesStep';
import { FURTHER } from '@/features/evidence/exhibit/fields';
import { initial, toForm, validate, type Errors, type Values } from './form';
import { guessCategory, guessKind } from './guess';
import { KeptOffer } from './KeptOffer';
import { useDefaults } from './queries';
import { SharingStep } from './SharingStep';
import { PAUSE_MS, useKept } from './useKept';
import { useSharing } from './useSharing';
import classes from './Register.module.css';

type Sent = ReturnType<typeof sendable>;
export type Given = Partial<Pick<Values, 'title' | 'kind' | 'category' | 'legal_basis'>> & { acquired?: string };
/** Registers the exhibit; the default is without anything else in the same act. */
type Send = (key: (body: object) => string, body: EvidenceForm) => Promise<EvidenceView>;
/**
 * `parents`: sources of a derived exhibit; `given`: values that are known, `acquired` as a moment. `lead`: fields of the act
 * that registers the exhibit, above its own, with the errors of the server; `send`: that act.
 */
type Props = {
  files: File[];
  parents?: readonly string[];
  given?: Given;
  lead?: (errors: Errors) => ReactNode;
  send?: Send;
  onClose: () => void;
  onRegistered: (exhibit: EvidenceView, files: Sent) => void;
};

function begin(zone: string, files: File[], parents: readonly string[], given: Given = {}): Values {
  const { acquired, ...known } = given;
  const category = guessCategory(files.map(({ name }) => name));
  return {
    ...initial(zone, acquired ? Date.parse(acquired) : null),
    category,
    kind: parents.length > 0 ? 'extract' : guessKind(category),
    ...known,
    derived_from: parents.map((evidence) => ({ evidence, how: 'extract' as const })),
  };
}

/** Fields of the first step; all others belong to the second. */
const ofSharing = (field: string) => field.startsWith('releases') || field === 'privilege_checked';

export function RegisterDialog({ files, parents = [], given, lead, send: sends, onClose, onRegistered }: Props) {
  const { t } = useTranslation();
  const { jit, zone } = useTeam();
  const queries = useQueryClient();
  const [step, setStep] = useState<'files' | 'sharing'>('files');
  const [staged, setStaged] = useState<Staged[]>(() => stage(files));
  const [opened, setOpened] = useState<string[]>(parents.length > 0 ? ['parents'] : []);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [guessed, setGuessed] = useState(() => guessCategory(files.map(({ name }) => name)) !== null);
  const form = useForm<Values>({
    initialValues: begin(zone, files, parents, given),
    validate: (values) => validate(values, zone, Date.now(), t),
    validateInputOnBlur: false,
  });
  const element = useRef<HTMLFormElement>(null);
  const keyOf = useSendingKey();
  const defaults = useDefaults();
  const sharing = useSharing(form);
  const touched = useRef(files.length > 0);
  const touch = () => (touched.current = true);

  const { setValues, values } = form;
  // A registration that begins from another record is short, and begins there again.
  const kept = useKept<Values>(parents.length > 0 || given || lead ? null : 'registration');
  const { keep } = kept;
  useEffect(() => {
    if (!touched.current) return;
    const timer = setTimeout(() => keep(values), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values, keep]);
  const resume = () => {
    // The files are chosen again, and so they are checked again.
    if (kept.found) setValues({ ...initial(zone), ...kept.found.value, privilege_checked: false });
    touch();
    kept.take();
  };
  const discard = () => {
    kept.drop();
    onClose();
  };
  const changeFiles = (next: Staged[]) => {
    touch();
    setStaged(next);
    const category = guessCategory(next.map(({ name }) => name));
    if (values.category === null && category !== null) {
      setGuessed(true);
      setValues({ category, kind: guessKind(category) });
    }
  };
  useFileDrop((dropped) => changeFiles([...staged, ...stage(dropped)]));

  const send = useMutation({
    mutationFn: (sent: Values) => {
      const body = toForm(sent, zone);
      return sends ? sends(keyOf, body) : register(jit.id, keyOf(body), body);
    },
    onSuccess: (exhibit) => {
      kept.drop();
      notifications.show({
        title: t('register/done', { number: exhibit.exhibit_number }),
        message: t('register/doneHelp'),
      });
      for (const queryKey of [keys.pool(jit.id), keys.derivations(jit.id)])
        void queries.invalidateQueries({ queryKey });
      onRegistered(exhibit, sendable(staged));
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return;
      const theirs = Object.fromEntries(error.fields.map(({ field, message }) => [field, message]));
      form.setErrors(theirs);
      show(Object.keys(theirs));
    },
  });

  /** Turns to the first field with an error. */
  const show = (fields: string[]) => {
    if (fields.length > 0 && !fields.every(ofSharing)) setStep('files');
    const parts = [
      ...fields.filter((field) => field === 'description' || FURTHER.some(({ name }) => name === field)),
      ...(fields.some((field) => field.startsWith('handling')) ? ['markings'] : []),
      ...(fields.some((field) => field.startsWith('declared_hashes')) ? ['hashes'] : []),
      ...(fields.some((field) => field.startsWith('evaluation')) ? ['evaluation'] : []),
      ...(fields.some((field) => field.startsWith('derived_from')) ? ['parents'] : []),
      ...(fields.some((field) => field.startsWith('joint')) ? ['joint'] : []),
    ];
    if (parts.length > 0) setOpened([...new Set([...opened, ...parts])]);
    setTimeout(() => {
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"] input')?.focus();
    });
  };
  const proceed = () => {
    const fields = Object.keys(form.validate().errors).filter((field) => !ofSharing(field));
    if (fields.length > 0 || staged.some(({ expected }) => badHash(expected))) show(fields);
    else setStep('sharing');
  };
  const needsCheck = !values.may_hold_privileged && !values.privilege_checked;
  const finish = (sent: Values, shares: boolean) => {
    setTried(true);
    const fields = Object.keys(form.validate().errors);
    if (fields.length > 0) show(fields);
    else if (!shares || !needsCheck) send.mutate(sent);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (step === 'files') proceed();
    else finish(values, sharing.shared.length > 0);
  };
  const close = () => {
    // After this key press: the question would otherwise be closed by the same Escape.
    if (touched.current) setTimeout(() => setLeaving(true));
    else onClose();
  };
  const count = sharing.shared.length;
  return (
    <Dialog
      fullScreen
      onClose={close}
      title={t('register/title')}
      classNames={{ title: classes['heading'] ?? '', body: classes['body'] ?? '', content: classes['content'] ?? '' }}
    >
      <form ref={element} onSubmit={submit} noValidate className={classes['form']} onInput={touch} onChange={touch}>
        <Steps step={step} />
        {kept.found ? (
          <div className={classes['offer']}>
            <KeptOffer at={kept.found.at} onContinue={resume} onDiscard={kept.forget} />
          </div>
        ) : null}
        {step === 'files' ? (
          <FilesStep
            form={form}
            lead={lead?.(form.errors as Errors)}
            staged={staged}
            onStaged={changeFiles}
            defaults={defaults}
            guessed={guessed && values.category !== null}
            opened={opened}
            onOpened={setOpened}
          />
        ) : (
          <SharingStep
            form={form}
            sharing={sharing}
            files={sendable(staged)}
            unchecked={tried && needsCheck && count > 0}
          />
        )}
        <footer className={classes['foot']}>
          <ProblemNotice error={send.error} title={t('register/refused')} />
          {step === 'files' ? (
            <Group justify="space-between" gap="xs">
              <Text size="sm" c="dimmed">
                {Object.keys(form.errors).length > 0 ? t('register/fix') : t('register/nothingShared')}
              </Text>
              <Group gap="xs">
                <Button variant="default" onClick={close}>
                  {t('common/cancel')}
                </Button>
                <Button
                  type="submit"
                  loading={defaults === null}
                  rightSection={<IconArrowRight size={15} aria-hidden />}
                >
                  {t('register/toSharing')}
                </Button>
              </Group>
            </Group>
          ) : (
            <Group justify="space-between" gap="xs">
              <Button
                variant="default"
                leftSection={<IconArrowLeft size={15} aria-hidden />}
                onClick={() => setStep('files')}
              >
                {t('register/back')}
              </Button>
              <Group gap="xs">
                {sharing.mayChange && count > 0 ? (
                  <Button
                    variant="default"
                    disabled={send.isPending}
                    onClick={() => finish({ ...values, ruled: false, releases: {} }, false)}
                  >
                    {t('register/withoutSharing')}
                  </Button>
                ) : null}
                <Button type="submit" loading={send.isPending} disabled={sharing.proposals === null && !sharing.error}>
                  {count > 0 ? t('register/submitShared', { count }) : t('register/submit')}
                </Button>
              </Group>
            </Group>
          )}
        </footer>
      </form>
      <Dialog opened={leaving} onClose={() => setLeaving(false)} title={t('register/discard')} centered>
        <Text size="sm" mb="md">
          {t('register/discardHelp')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setLeaving(false)} data-autofocus>
            {t('register/keep')}
          </Button>
          <Button color="red" onClick={discard}>
            {t('register/discardYes')}
          </Button>
        </Group>
      </Dialog>
    </Dialog>
  );
}

function Steps({ step }: { step: 'files' | 'sharing' }) {
  const { t } = useTranslation();
  const done = step === 'sharing';
  return (
    <ol className={classes['steps']} aria-label={t('register/steps')}>
      <li aria-current={done ? undefined : 'step'} data-done={done || undefined}>
        <span aria-hidden>{done ? <IconCheck size={14} /> : 1}</span>
        {t('register/step1')}
      </li>
      <li aria-current={done ? 'step' : undefined}>
        <span aria-hidden>{2}</span>
        {t('register/step2')}
      </li>
    </ol>
  );
}
