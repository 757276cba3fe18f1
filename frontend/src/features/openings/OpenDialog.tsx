/** The act before the content: purpose, justification, acknowledgement. Recorded before the first byte is shown. */
import { Button, Checkbox, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { open } from '@/api/actions';
import { keys } from '@/api/queries';
import { PURPOSES, type Act, type EvidenceView, type OpeningView, type Purpose } from '@/api/views';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/ProblemNotice';
import { KeepingFields } from './KeepingFields';
import { kept, type Keeping } from './keeping';
import classes from './Openings.module.css';

const WORDS = {
  open: { title: 'openings/openTitle', now: 'openings/openNow' },
  take: { title: 'openings/takeTitle', now: 'openings/takeNow' },
  verify: { title: 'verifications/readTitle', now: 'verifications/read' },
} as const;

type Props = { exhibit: EvidenceView; act: Act; onClose: () => void; onOpened: (opening: OpeningView) => void };

export function OpenDialog({ exhibit, act, onClose, onOpened }: Props) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const queries = useQueryClient();
  const [purpose, setPurpose] = useState<Purpose | null>(act === 'verify' ? 'JIT_MANAGEMENT' : 'JIT_PURPOSE');
  const [justification, setJustification] = useState('');
  const [acknowledged, setAcknowledged] = useState(false);
  const [keeping, setKeeping] = useState<Keeping>({ custodian: '', fileNumber: '' });
  const [tried, setTried] = useState(false);
  const text = exhibit.may[act].obligations.includes('acknowledge_h3') ? exhibit.handling_text : null;
  const run = useMutation({
    mutationFn: (why: Purpose) => open(jit.id, exhibit.id, { act, purpose: why, justification: justification.trim(), acknowledged, ...(act === 'take' ? kept(keeping) : {}) }),
    onSuccess: (opening) => {
      void queries.invalidateQueries({ queryKey: keys.custody(jit.id, exhibit.id) });
      if (act === 'take') void queries.invalidateQueries({ queryKey: keys.copies(jit.id) });
      if (text !== null) void queries.invalidateQueries({ queryKey: keys.exhibit(jit.id, exhibit.id) }); // acknowledged, once for this text
      onOpened(opening);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (purpose && justification.trim() && (text === null || acknowledged) && (act !== 'take' || kept(keeping))) run.mutate(purpose);
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t(WORDS[act].title, { number: exhibit.exhibit_number })} closeButtonProps={{ 'aria-label': t('common/close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">{t(act === 'verify' ? 'verifications/readHelp' : exhibit.mine ? 'openings/mine' : 'openings/help')}</Text>
          {act === 'verify' ? null : <Select required label={t('openings/purpose')} allowDeselect={false} data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))} value={purpose} error={tried && !purpose ? t('openings/needPurpose') : null} onChange={(value) => setPurpose(value)} />}
          <Textarea data-autofocus required maxLength={10_000} label={t('openings/justification')} placeholder={t('openings/justificationHelp')} value={justification} error={tried && !justification.trim() ? t('openings/needJustification') : null} onChange={(event) => setJustification(event.currentTarget.value)} />
          {act === 'take' ? <KeepingFields value={keeping} tried={tried} onChange={setKeeping} /> : null}
          {text === null ? null : (
            <>
              <blockquote className={classes['text']}>{text}</blockquote>
              <Checkbox size="xs" label={t('openings/acknowledge')} checked={acknowledged} error={tried && !acknowledged ? t('openings/needAcknowledge') : null} onChange={(event) => setAcknowledged(event.currentTarget.checked)} />
            </>
          )}
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>{t('common/cancel')}</Button>
            <Button type="submit" loading={run.isPending}>{t(WORDS[act].now)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
