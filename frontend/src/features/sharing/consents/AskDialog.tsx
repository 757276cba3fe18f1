/** Asking: the originator for more of an exhibit or for its use in court, or a party what it holds. */
import { Button, Group, MultiSelect, Radio, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from './queries';
import { gated, useTeam } from '@/api/team';
import { LEVELS, PURPOSES, type ConsentForm, type EvidenceView, type Level, type Purpose } from '@/api/views';
import { Dialog } from '@/components/dialogs/Dialog';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { instantOf } from '@/components/sharing/draft';
import { Named } from '@/components/sharing/Named';
import { useRefresh } from './useRefresh';

const HOUR = 3_600_000;
/** What is chosen; nothing chosen asks for nothing. */
const some = <One,>(chosen: One[]) => (chosen.length > 0 ? chosen : null);

export function AskDialog({ exhibit, onClose }: { exhibit: EvidenceView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, seat, parties, partyName, zone } = useTeam();
  const refresh = useRefresh();
  const higher = exhibit ? LEVELS.slice(LEVELS.indexOf(exhibit.level) + 1) : [];
  const [court, setCourt] = useState(exhibit !== null && higher.length === 0);
  const [party, setParty] = useState<string | null>(null);
  const [level, setLevel] = useState<Level | null>(higher[0] ?? null);
  const [purposes, setPurposes] = useState<Purpose[]>([]);
  const [named, setNamed] = useState({ seats: [] as string[], authorities: [] as string[] });
  const [words, setWords] = useState('');
  const [due, setDue] = useState('');
  const [tried, setTried] = useState(false);
  const asked = exhibit?.originator ?? party;
  const at = due ? instantOf(due, zone) : null;
  const badDue =
    due !== '' && (at === null || Date.parse(at) < Date.now() + HOUR || Date.parse(at) > Date.now() + 60 * 24 * HOUR);
  const nothing =
    exhibit !== null &&
    !court &&
    level === null &&
    [purposes, named.seats, named.authorities].every((chosen) => chosen.length === 0);
  const form = (): ConsentForm => ({
    words: words.trim(),
    ...(at ? { due_at: at, due_zone: zone } : {}),
    ...(exhibit ? { use: court ? 'court' : 'release', evidence: exhibit.id } : { use: 'question', party }),
    ...(exhibit && !court
      ? { level, purposes: some(purposes), seats: some(named.seats), authorities: some(named.authorities) }
      : {}),
  });
  const send = useMutation({
    mutationFn: () => ask(jit.id, form()),
    onSuccess: () => {
      refresh();
      notifications.show({ message: t('consents/sent', { party: partyName(asked ?? '') }) });
      onClose();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (words.trim() && asked && !badDue && !nothing) send.mutate();
  };
  const title = exhibit
    ? t('consents/askMoreTitle', { party: partyName(exhibit.originator), number: exhibit.exhibit_number })
    : t('consents/askPartyTitle');
  return (
    <Dialog onClose={onClose} size="lg" title={title}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {exhibit ? t('consents/askMoreHelp', { party: partyName(exhibit.originator) }) : t('consents/askPartyHelp')}
          </Text>
          {exhibit ? (
            <Radio.Group
              label={t('consents/which')}
              value={court ? 'court' : 'more'}
              onChange={(value) => setCourt(value === 'court')}
            >
              <Stack gap={6} mt={6}>
                <Radio size="xs" value="more" label={t('consents/more')} />
                <Radio size="xs" value="court" label={t('consents/court')} description={t('consents/courtHelp')} />
              </Stack>
            </Radio.Group>
          ) : (
            <Select
              required
              data-autofocus
              label={t('consents/party')}
              value={party}
              error={tried && !party ? t('consents/needParty') : null}
              data={parties
                .filter(({ code, status }) => status === 'active' && code !== seat.party && !gated(parties, code))
                .map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setParty}
            />
          )}
          {exhibit && !court ? (
            <>
              <Select
                clearable
                label={t('consents/level')}
                value={level}
                data={higher.map((value) => ({ value, label: t(`level/${value}`) }))}
                error={tried && nothing ? t('consents/needMore') : null}
                onChange={setLevel}
              />
              <MultiSelect
                clearable
                label={t('consents/purposes')}
                data={PURPOSES.map((value) => ({ value, label: t(`purpose/${value}`) }))}
                value={purposes}
                onChange={setPurposes}
              />
              {seat.party === null ? null : (
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <Named
                    party={seat.party}
                    value={named}
                    onChange={(next) => setNamed({ ...named, ...next })}
                    seats={{ label: t('consents/seats'), help: t('consents/seatsHelp') }}
                    authorities={{ label: t('consents/authorities'), help: t('consents/authoritiesHelp') }}
                  />
                </SimpleGrid>
              )}
            </>
          ) : null}
          <Textarea
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={10_000}
            label={t(exhibit ? 'consents/words' : 'consents/question')}
            {...(exhibit ? {} : { placeholder: t('consents/questionHelp') })}
            value={words}
            error={tried && !words.trim() ? t('consents/needWords') : null}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('consents/due')}
            description={t('consents/dueHelp', { zone })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={due}
            error={badDue ? t('consents/badDue') : null}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          <ProblemNotice error={send.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t('consents/send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
