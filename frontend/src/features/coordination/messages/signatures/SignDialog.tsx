/** Signing a decision for one's party: the exact bytes, the way to sign them elsewhere, and the signature, brought back. */
import { Button, FileButton, Group, Modal, Skeleton, Stack, Text as Words, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/queries';
import { sign, statementQuery } from '@/features/coordination/signing/queries';
import { useTeam } from '@/api/team';
import type { MessageView } from '@/api/views';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { toBase64 } from '@/lib/base64';
import { Text } from '@/features/coordination/messages/Text';
import classes from '@/features/coordination/messages/Messages.module.css';

const SIGNATURE_BYTES = 64;
/** More than the base64 of a signature with its line breaks. */
const MOST = 400;

export function SignDialog({ message, onClose }: { message: MessageView; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat } = useTeam();
  const queries = useQueryClient();
  const { data: statement, error, refetch } = useQuery(statementQuery(jit.id, message));
  const [signature, setSignature] = useState('');
  const [wrongFile, setWrongFile] = useState(false);
  const [tried, setTried] = useState(false);
  const name = `decision-${message.id}`;
  const run = useMutation({
    mutationFn: () => sign(jit.id, message, signature.trim()),
    onSuccess: () => {
      for (const queryKey of [keys.messages(jit.id), keys.awaiting(jit.id), keys.found(jit.id)])
        void queries.invalidateQueries({ queryKey });
      notifications.show({ message: t('signing/done') });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (signature.trim()) run.mutate();
  };
  const take = async (file: File | null) => {
    if (!file) return;
    const bytes = file.size <= MOST ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const text = bytes.length === SIGNATURE_BYTES ? toBase64(bytes) : new TextDecoder().decode(bytes).trim();
    const fits = /^[A-Za-z0-9+/\s]{86,}={0,2}$/.test(text);
    setWrongFile(!fits);
    if (fits) setSignature(text);
  };
  const problem = wrongFile
    ? t('signing/notSignature')
    : tried && !signature.trim()
      ? t('signing/needSignature')
      : null;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('signing/signTitle', { party: seat.party ?? '' })}
      closeButtonProps={{ 'aria-label': t('common/close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Words size="sm">{t('signing/signHelp')}</Words>
          <blockquote className={classes['quote']}>
            <Text text={message.text ?? ''} of={message} />
          </blockquote>
          {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
          {statement === undefined ? (
            error ? null : (
              <Skeleton height={120} role="status" aria-label={t('common/loading')} />
            )
          ) : (
            <>
              <div>
                <Words size="xs" c="dimmed">
                  {t('signing/statement')}
                </Words>
                <pre className={classes['bytes']} tabIndex={0} aria-label={t('signing/statement')}>
                  {statement}
                </pre>
              </div>
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
                <pre
                  className={classes['bytes']}
                  tabIndex={0}
                  aria-label={t('signing/command')}
                >{`openssl pkeyutl -sign -rawin -inkey key.pem -in ${name}.txt -out ${name}.sig`}</pre>
              </div>
            </>
          )}
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={MOST}
            label={t('signing/paste')}
            description={t('signing/pasteHelp')}
            value={signature}
            error={problem}
            onChange={(event) => {
              setSignature(event.currentTarget.value);
              setWrongFile(false);
            }}
          />
          <ProblemNotice error={run.error} />
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
    </Modal>
  );
}
