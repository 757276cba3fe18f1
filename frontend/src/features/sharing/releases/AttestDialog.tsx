/** The uploader's signature under what goes beyond the Union: why, why not less, and on which basis it is transferred. */
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { attest } from './queries';
import { useTeam } from '@/api/team';
import { TRANSFER_BASES, type AttestationForm, type TransferBasis, type WaitingReleaseView } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';

const TEXTS = ['necessity', 'proportionality', 'record'] as const;

export function AttestDialog({
  wish,
  onClose,
  onDone,
}: {
  wish: WaitingReleaseView;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { jit, partyName } = useTeam();
  const [draft, setDraft] = useState<
    Omit<AttestationForm, 'transfer_basis'> & { transfer_basis: TransferBasis | null }
  >({ necessity: '', proportionality: '', transfer_basis: null, record: '' });
  const [tried, setTried] = useState(false);
  const sign = useMutation({ mutationFn: (form: AttestationForm) => attest(jit.id, wish, form), onSuccess: onDone });
  const party = partyName(wish.party);
  const missing = (value: string | null) => (tried && !value?.trim() ? t('gates/needed') : null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const { transfer_basis } = draft;
    if (transfer_basis && TEXTS.every((name) => draft[name].trim())) sign.mutate({ ...draft, transfer_basis });
  };
  const text = (name: (typeof TEXTS)[number]) => (
    <Textarea
      required
      autosize
      minRows={2}
      label={t(`gates/${name}`)}
      value={draft[name]}
      maxLength={10_000}
      error={missing(draft[name])}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
      {...(name === 'necessity' ? { 'data-autofocus': true } : {})}
    />
  );
  return (
    <Dialog onClose={onClose} title={t('gates/attestTitle', { party })} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('gates/attestHelp', { party })}</Text>
          {text('necessity')}
          {text('proportionality')}
          <Radio.Group
            required
            label={t('gates/basis')}
            value={draft.transfer_basis}
            error={missing(draft.transfer_basis)}
            onChange={(value) => setDraft({ ...draft, transfer_basis: value })}
          >
            <Stack gap={4} mt={4}>
              {TRANSFER_BASES.map((basis) => (
                <Radio key={basis} size="xs" value={basis} label={t(`transferBasis/${basis}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {text('record')}
          <ProblemNotice error={sign.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={sign.isPending}>
              {t('gates/attest')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
