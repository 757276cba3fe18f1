import { Button, Collapse, Group, Radio, Select, Skeleton, Stack, UnstyledButton } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { LimitsToConfirm } from '@/components/exhibits/LimitsOfUse';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { withText } from '@/components/exhibits/Originals';
import { formOf, OF_EXHIBITS, originalsOf, profilesOf, scopeAlone, scopesOf, unlimited, type Draft } from './draft';
import { Exhibits } from './Exhibits';
import { ExportOptions } from './ExportOptions';
import { IncludedFiles } from './IncludedFiles';
import { Preview } from './Preview';
import { offersQuery, previewQuery, type FilesFor } from './queries';
import { refusedOf } from './refused';
import type { useExport } from './useExport';
import '@/components/fields/dates.css';
import classes from './Exports.module.css';

type Props = { exhibits: readonly string[]; run: ReturnType<typeof useExport>; onClose: () => void };

export function ExportFields({ exhibits, run, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const { jit, seat, parties, partyName, zone } = useTeam();
  const [more, { toggle }] = useDisclosure(false);
  const offers = useQuery(offersQuery(jit.id));
  const given = exhibits.length > 0;
  const form = useForm<Draft>({
    initialValues: {
      profile: given ? 'court' : null,
      exhibits: [...exhibits],
      of: '',
      from: null,
      to: null,
      language: i18n.language.startsWith('fr') ? 'fr' : 'en',
      zone: null,
      proceeding: '',
      reason: '',
      limits: false,
      files: false,
      purpose: 'JIT_PURPOSE',
      justification: '',
      custodian: '',
      file_number: '',
      acknowledged: false,
    },
    validate: {
      profile: (profile) => (profile ? null : t('exports/needProfile')),
      exhibits: (chosen, { profile }) => (about(profile) && chosen.length === 0 ? t('exports/noExhibit') : null),
      justification: (value, all) => (!includes(all) || value.trim() ? null : t('openings/needJustification')),
      custodian: (value, all) => (!includes(all) || value.trim() ? null : t('copies/needCustodian')),
      file_number: (value, all) => (!includes(all) || value.trim() ? null : t('copies/needFileNumber')),
    },
  });
  const draft = form.getValues();
  const offered = offers.data ?? [];
  const codes = parties.map(({ code }) => code);
  const profiles = profilesOf(offered, given);
  const scopes = draft.profile && !about(draft.profile) ? scopesOf(offered, draft.profile, seat.party, codes) : [];
  const proposed = useQuery(previewQuery(jit.id, unlimited(draft))).data?.zone;
  const days = draft.zone ?? proposed ?? zone;
  const asked = scopeAlone(draft, days);
  const files: FilesFor | null = includes(draft)
    ? { files_for: draft.purpose, language: i18n.language.startsWith('fr') ? 'fr' : 'en' }
    : null;
  const shown = useQuery(previewQuery(jit.id, asked, files));
  const found = shown.data?.files ?? null;
  const limits = about(draft.profile) ? (shown.data?.limits_of_use ?? []) : [];
  const choose = (value: string) => {
    const profile = profiles.find((one) => one === value) ?? null;
    const [first] = profile && !about(profile) ? scopesOf(offered, profile, seat.party, codes) : [];
    form.setValues({ profile, of: first ?? '' });
  };
  const submit = form.onSubmit((values) => {
    const complete = formOf(values, days);
    const texts = files && found ? withText(originalsOf(found)) : [];
    if (texts.length > 0 && !values.acknowledged) form.setFieldError('acknowledged', t('openings/needAcknowledge'));
    else if (limits.length > 0 && !values.limits) form.setFieldError('limits', t('limits/needAcknowledge'));
    else if (complete) run.mutate(complete);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {offers.isLoading ? <Skeleton height={120} aria-label={t('common/loading')} /> : null}
        <ProblemNotice error={offers.error} />
        <Radio.Group
          required
          label={t('exports/forWhom')}
          value={draft.profile ?? ''}
          error={form.errors['profile']}
          onChange={choose}
        >
          <Stack gap={6} mt={6}>
            {profiles.map((one) => (
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
        {about(draft.profile) ? (
          <Exhibits
            chosen={draft.exhibits}
            refused={refusedOf(shown.error, run.error)}
            error={form.errors['exhibits'] as string | undefined}
            onChange={(chosen) => {
              form.setFieldValue('exhibits', chosen);
              run.reset();
            }}
          />
        ) : null}
        {scopes.length > 0 ? (
          <Select
            label={t('exports/ofWhom')}
            allowDeselect={false}
            disabled={scopes.length === 1}
            data={scopes.map((one) => ({ value: one, label: one ? partyName(one) : t('exports/ofTeam') }))}
            value={draft.of}
            onChange={(of) => form.setFieldValue('of', of ?? '')}
          />
        ) : null}
        {draft.profile && !about(draft.profile) ? (
          <DatePickerInput
            type="range"
            allowSingleDateInRange
            clearable
            label={t('exports/period')}
            description={t('exports/periodHelp')}
            placeholder={t('exports/anyTime')}
            value={[draft.from, draft.to]}
            onChange={([from, to]) => form.setValues({ from, to })}
          />
        ) : null}
        <UnstyledButton className={classes['more'] ?? ''} aria-expanded={more} onClick={toggle}>
          <IconChevronRight size={14} data-open={more || undefined} aria-hidden /> {t('exports/options')}
        </UnstyledButton>
        <Collapse expanded={more}>
          <ExportOptions form={form} proposed={proposed ?? null} />
        </Collapse>
        {about(draft.profile) ? <IncludedFiles form={form} found={found} /> : null}
        <Preview form={asked} chosen={draft.zone} files={files} />
        <LimitsToConfirm limits={limits} input={form.getInputProps('limits', { type: 'checkbox' })} />
        <ProblemNotice error={run.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common/cancel')}
          </Button>
          <Button
            type="submit"
            disabled={files !== null && !(found?.fits === true && found.files > 0)}
            loading={run.isPending}
          >
            {t('exports/makeIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const about = (profile: Draft['profile']) => profile !== null && OF_EXHIBITS.includes(profile);
const includes = ({ profile, files }: Draft) => about(profile) && files;
