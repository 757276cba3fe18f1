/** Asking for a bundle: for whom, of what, in which words; what it would hold is shown before it is made. */
import {
  Button,
  Group,
  Input,
  Modal,
  Radio,
  SegmentedControl,
  Select,
  SimpleGrid,
  Skeleton,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { offersQuery } from './queries';
import { useTeam } from '@/api/team';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { allZones } from '@/lib/zones';
import { formOf, OF_EXHIBITS, profilesOf, scopeAlone, scopesOf, type Draft } from './draft';
import { Exhibits } from './Exhibits';
import { Preview } from './Preview';
import { useExport } from './useExport';

const LANGUAGES = [
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
];

export function ExportWizard({ exhibit, onClose }: { exhibit: string | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { jit, seat, parties, partyName, zone } = useTeam();
  const offers = useQuery(offersQuery(jit.id));
  const run = useExport();
  const [tried, setTried] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    profile: exhibit ? 'court' : null,
    exhibits: exhibit ? [exhibit] : [],
    of: '',
    language: i18n.language.startsWith('fr') ? 'fr' : 'en',
    zone,
    proceeding: '',
    reason: '',
  });
  const put = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const offered = offers.data ?? [];
  const { profile } = draft;
  const ofExhibits = profile !== null && OF_EXHIBITS.includes(profile);
  const scopes =
    profile === null || ofExhibits
      ? []
      : scopesOf(
          offered,
          profile,
          seat.party,
          parties.map(({ code }) => code),
        );
  const choose = (value: string) => {
    const next = profilesOf(offered, exhibit !== null).find((one) => one === value) ?? null;
    const [first] =
      next === null
        ? []
        : scopesOf(
            offered,
            next,
            seat.party,
            parties.map(({ code }) => code),
          );
    put({ profile: next, of: first ?? '', exhibits: next === 'court' ? draft.exhibits.slice(0, 1) : draft.exhibits });
  };
  const form = formOf(draft);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (form) run.mutate(form, { onSuccess: onClose });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('exports/make')}
      closeButtonProps={{ 'aria-label': t('common/close') }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {offers.isLoading ? <Skeleton height={120} aria-label={t('common/loading')} /> : null}
          <ProblemNotice error={offers.error} />
          <Radio.Group
            required
            label={t('exports/forWhom')}
            value={profile ?? ''}
            error={tried && !profile ? t('exports/needProfile') : null}
            onChange={choose}
          >
            <Stack gap={6} mt={6}>
              {profilesOf(offered, exhibit !== null).map((one) => (
                <Radio
                  key={one}
                  size="xs"
                  value={one}
                  label={t(`profile/${one}`)}
                  description={t(`profileHelp/${one}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {ofExhibits ? (
            <Exhibits
              several={profile === 'defence'}
              chosen={draft.exhibits}
              error={tried && draft.exhibits.length === 0 ? t('exports/noExhibit') : null}
              onChange={(exhibits) => put({ exhibits })}
            />
          ) : null}
          {scopes.length > 0 ? (
            <Select
              label={t('exports/ofWhom')}
              allowDeselect={false}
              value={draft.of}
              disabled={scopes.length === 1}
              data={scopes.map((one) => ({ value: one, label: one ? partyName(one) : t('exports/ofTeam') }))}
              onChange={(of) => put({ of: of ?? '' })}
            />
          ) : null}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <div>
              <Input.Label labelElement="div" id="bundle-language">
                {t('exports/language')}
              </Input.Label>
              <SegmentedControl
                fullWidth
                size="xs"
                mt={4}
                aria-labelledby="bundle-language"
                value={draft.language}
                data={LANGUAGES}
                onChange={(language) => put({ language: language === 'fr' ? 'fr' : 'en' })}
              />
            </div>
            <Select
              label={t('exports/zone')}
              searchable
              allowDeselect={false}
              value={draft.zone}
              data={allZones()}
              limit={60}
              nothingFoundMessage={t('account/noZone')}
              onChange={(next) => put({ zone: next ?? draft.zone })}
            />
          </SimpleGrid>
          <TextInput
            label={t('exports/proceeding')}
            description={t('exports/proceedingHelp')}
            maxLength={200}
            value={draft.proceeding}
            onChange={(event) => put({ proceeding: event.currentTarget.value })}
          />
          <Textarea
            label={t('exports/reason')}
            description={t('exports/reasonHelp')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={draft.reason}
            onChange={(event) => put({ reason: event.currentTarget.value })}
          />
          <Preview form={scopeAlone(draft)} />
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common/cancel')}
            </Button>
            <Button type="submit" loading={run.isPending}>
              {t('exports/makeIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
