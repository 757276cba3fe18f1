/** Signing a decision for one's party: what is signed as text, the file to sign elsewhere, and the signature made of it. */
import { Button, FileButton, Group, Skeleton, Stack, Text as Words, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { channelsQuery } from '@/features/coordination/messages/queries';
import { keys } from '@/api/queries';
import { sign, statementQuery } from '@/features/coordination/signing/queries';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { useFormMutation } from '@/components/fields/useFormMutation';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { useMemberName } from '@/components/text/useMemberName';
import { When } from '@/components/text/When';
import { toBase64 } from '@/lib/base64';
import { Text } from '@/features/coordination/messages/Text';
import classes from '@/features/coordination/messages/Messages.module.css';

const SIGNATURE_BYTES = 64;
/** More than the base64 of a signature with its line breaks. */
const MOST = 400;
const SIGNATURE = /^[A-Za-z0-9+/\s]{86,}={0,2}$/;

export function SignDialog({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const queries = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { signature: '' },
    transformValues: ({ signature }) => ({ signature: signature.trim() }),
    validate: { signature: (value) => (value.trim() ? null : t('signing/needSignature')) },
  });
  const { run, notice } = useFormMutation(form, {
    mutationFn: ({ signature }: { signature: string }) => sign(jit.id, message, signature),
    onSuccess: () => {
      for (const queryKey of [keys.messages(jit.id), keys.awaiting(jit.id), keys.found(jit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('signing/done') });
      onClose();
    },
  });
  const take = async (file: File | null) => {
    if (!file) return;
    const bytes = file.size <= MOST ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const text = bytes.length === SIGNATURE_BYTES ? toBase64(bytes) : new TextDecoder().decode(bytes).trim();
    if (SIGNATURE.test(text)) form.setFieldValue('signature', text);
    else form.setFieldError('signature', t('signing/notSignature'));
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t('signing/signTitle', { party: partyName(seat.party ?? '') })}>
      <form onSubmit={form.onSubmit((values) => run.mutate(values))} noValidate>
        <Stack gap="sm">
          <Words size="sm">{t('signing/signHelp')}</Words>
          <Decision message={message} />
          <Statement message={message} />
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={MOST}
            label={t('signing/paste')}
            description={t('signing/pasteHelp')}
            key={form.key('signature')}
            {...form.getInputProps('signature')}
          />
          <ProblemNotice error={notice} />
          <Group justify="space-between" gap="xs">
            <FileButton onChange={(file) => void take(file)}>
              {(props) => (
                <Button {...props} variant="default">
                  {t('signing/file')}
                </Button>
              )}
            </FileButton>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('common/cancel')}
              </Button>
              <Button type="submit" loading={run.isPending}>
                {t('signing/bring')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The signed content as text. */
function Decision({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const { jit, seat, partyName } = useTeam();
  const nameOf = useMemberName();
  const { data: channels } = useQuery(channelsQuery(jit.id));
  const channel = channels?.find(({ id }) => id === message.channel);
  return (
    <section aria-label={t('signing/what')} className={classes['covered']}>
      <blockquote className={classes['quote']}>
        <Text text={message.text ?? ''} of={message} />
      </blockquote>
      <dl>
        <Fact name={t('signing/for')}>{partyName(seat.party ?? '')}</Fact>
        <Fact name={t('signing/recordedBy')}>
          {nameOf(message.seat)}, <When at={message.at} />
        </Fact>
        {channel ? (
          <Fact name={t('signing/channel')}>
            {channel.name} ({channel.parties.map(partyName).join(', ')})
          </Fact>
        ) : null}
        {message.position === null ? null : (
          <Fact name={t('signing/entry')}>{t('messages/entry', { position: message.position })}</Fact>
        )}
        {message.corrects ? <Fact name={t('signing/relation')}>{t('messages/putsRight')}</Fact> : null}
      </dl>
    </section>
  );
}

/** The file to sign, and the command that signs it. */
function Statement({ message }: { message: MessageView }) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const { data: statement, error, refetch } = useQuery(statementQuery(jit.id, message));
  const name = `decision-${message.id}`;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (statement === undefined) return <Skeleton height={60} role="status" aria-label={t('common/loading')} />;
  return (
    <>
      <Group>
        <Button
          component="a"
          variant="default"
          download={`${name}.txt`}
          href={`/api/jits/${jit.id}/channels/${message.channel}/messages/${message.id}/statement`}
        >
          {t('signing/save')}
        </Button>
      </Group>
      <div>
        <Words size="xs" c="dimmed">
          {t('signing/command')}
        </Words>
        <pre className={classes['bytes']} tabIndex={0} aria-label={t('signing/command')}>
          {`openssl pkeyutl -sign -rawin -inkey key.pem -in ${name}.txt -out ${name}.sig`}
        </pre>
      </div>
      <details className={classes['former']}>
        <summary>{t('signing/statement')}</summary>
        <Words size="xs">{t('signing/statementHelp')}</Words>
        <pre className={classes['bytes']} tabIndex={0} aria-label={t('signing/statement')}>
          {statement}
        </pre>
      </details>
    </>
  );
}
