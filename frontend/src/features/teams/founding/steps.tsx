/** The three steps in which a founding is entered. */
import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { codesOf, draftOf } from '@/features/teams/parties/draft';
import { PartyFields } from '@/features/teams/parties/PartyFields';
import { PlaceSelect } from '@/features/teams/parties/PlaceSelect';
import { DateField } from '@/components/fields/DateField';
import { Panel } from '@/components/layout/Panel';
import { allZones, wallClock } from '@/lib/zones';
import { founderOf, FUNCTIONS, leadersOf, NOBODY, type Draft, type LeaderDraft } from './draft';
import classes from './Founding.module.css';

export type StepProps = { form: UseFormReturnType<Draft> };

export function AgreementStep({ form }: StepProps) {
  const { t } = useTranslation();
  const { zone } = useLocale();
  const zones = useMemo(() => allZones(), []);
  return (
    <Panel title={t('founding/agreement')}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('founding/name')}
          description={t('founding/nameHelp')}
          maxLength={300}
          {...form.getInputProps('name')}
        />
        <TextInput
          required
          label={t('founding/reference')}
          description={t('founding/referenceHelp')}
          maxLength={300}
          {...form.getInputProps('reference')}
        />
        <DateField
          required
          label={t('founding/signedOn')}
          max={wallClock(Date.now(), zone).slice(0, 10)}
          {...form.getInputProps('signedOn')}
          value={form.values.signedOn}
        />
        <Select
          searchable
          allowDeselect={false}
          label={t('founding/teamZone')}
          description={t('founding/teamZoneHelp')}
          data={zones}
          {...form.getInputProps('zone')}
        />
      </Stack>
    </Panel>
  );
}

export function PartiesStep({ form }: StepProps) {
  const { t, i18n } = useTranslation();
  const draft = form.values;
  const states = draft.parties.filter(({ kind }) => kind !== 'organisation');
  return (
    <Panel
      title={t('founding/parties')}
      aside={<span className="dim">{t('founding/partyCount', { count: draft.parties.length })}</span>}
      flush
    >
      <div className={classes['party']}>
        <PlaceSelect
          taken={draft.parties.map(({ code }) => code)}
          onChoose={(place) => {
            const party = draftOf(place, i18n.language, t('founding/nationalMember'));
            form.insertListItem('parties', party);
            form.clearFieldError('parties');
          }}
        />
        {form.errors['parties'] ? (
          <Text size="sm" c="red" role="alert">
            {form.errors['parties']}
          </Text>
        ) : null}
      </div>
      <ul className={classes['parties']}>
        {draft.parties.map((party, at) => (
          <li key={party.code} className={classes['party']}>
            <div className={classes['partyHead']}>
              <strong>{party.name}</strong>
              <span className="dim">
                {party.code} · {t(`founding/${party.kind}`)}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('founding/removeParty', { name: party.name })}
                onClick={() => form.removeListItem('parties', at)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
            <PartyFields party={party} place={`parties.${String(at)}`} form={form} />
          </li>
        ))}
      </ul>
      {draft.parties.length > 0 ? (
        <div className={classes['party']}>
          <Group gap="sm" align="flex-start">
            <Select
              required
              allowDeselect={false}
              label={t('founding/founderParty')}
              description={t('founding/founderHelp')}
              data={states.map(({ code, name }) => ({ value: code, label: name }))}
              {...form.getInputProps('founderParty')}
              value={founderOf(draft)?.code ?? null}
            />
            <Select
              allowDeselect={false}
              label={t('founding/founderFunction')}
              data={FUNCTIONS.map((one) => ({ value: one, label: t(`members/${one}`) }))}
              {...form.getInputProps('founderFunction')}
            />
          </Group>
        </div>
      ) : null}
    </Panel>
  );
}

export function LeadersStep({ form }: StepProps) {
  const { t } = useTranslation();
  const change = (code: string, next: Partial<LeaderDraft>) => {
    for (const name of Object.keys(next)) form.clearFieldError(`leaders.${code}.${name}`);
    form.setFieldValue('leaders', (now) => ({ ...now, [code]: { ...(now[code] ?? NOBODY), ...next } }));
  };
  return (
    <Panel title={t('founding/leaders')} flush>
      <div className={classes['party']}>
        <Text size="sm" c="dimmed">
          {t('founding/leadersHelp')}
        </Text>
      </div>
      <ul className={classes['parties']}>
        {leadersOf(form.values).map(({ party, leader }) => {
          const codes = codesOf(party.authorities);
          return (
            <li key={party.code} className={classes['party']}>
              <div className={classes['partyHead']}>
                <strong>{party.name}</strong>
                <span className="dim">{party.code}</span>
              </div>
              <div className={classes['fields']}>
                <TextInput
                  label={t('founding/leaderName')}
                  aria-label={`${t('founding/leaderName')}${t('common/colon')}${party.name}`}
                  maxLength={300}
                  value={leader.name}
                  error={form.errors[`leaders.${party.code}.name`]}
                  onChange={(event) => change(party.code, { name: event.currentTarget.value })}
                />
                <TextInput
                  type="email"
                  label={t('founding/leaderEmail')}
                  aria-label={`${t('founding/leaderEmail')}${t('common/colon')}${party.name}`}
                  value={leader.email}
                  error={form.errors[`leaders.${party.code}.email`]}
                  onChange={(event) => change(party.code, { email: event.currentTarget.value })}
                />
                <Select
                  label={t('founding/leaderAuthority')}
                  allowDeselect={false}
                  data={party.authorities.map(({ name }, index) => ({ value: codes[index] ?? '', label: name }))}
                  value={leader.authority || codes[0] || null}
                  onChange={(code) => change(party.code, { authority: code ?? '' })}
                />
                <Select
                  label={t('members/function')}
                  allowDeselect={false}
                  data={FUNCTIONS.map((one) => ({ value: one, label: t(`members/${one}`) }))}
                  value={leader.function}
                  onChange={(one) => change(party.code, { function: one ?? leader.function })}
                />
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
