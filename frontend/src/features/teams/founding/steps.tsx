/** The three steps in which a founding is entered. */
import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
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
import { founderOf, FUNCTIONS, isAddress, leadersOf, NOBODY, type Draft, type LeaderDraft } from './draft';
import classes from './Founding.module.css';

export type StepProps = { draft: Draft; tried: boolean; set: (change: Partial<Draft>) => void };

export function AgreementStep({ draft, tried, set }: StepProps) {
  const { t } = useTranslation();
  const { zone } = useLocale();
  const zones = useMemo(() => allZones(), []);
  const missing = (value: string) => (tried && !value.trim() ? t('founding/needed') : null);
  return (
    <Panel title={t('founding/agreement')}>
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('founding/name')}
          description={t('founding/nameHelp')}
          maxLength={300}
          value={draft.name}
          error={missing(draft.name)}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <TextInput
          required
          label={t('founding/reference')}
          description={t('founding/referenceHelp')}
          maxLength={300}
          value={draft.reference}
          error={missing(draft.reference)}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <DateField
          required
          label={t('founding/signedOn')}
          max={wallClock(Date.now(), zone).slice(0, 10)}
          value={draft.signedOn}
          error={missing(draft.signedOn)}
          onChange={(next) => set({ signedOn: next })}
        />
        <Select
          searchable
          allowDeselect={false}
          label={t('founding/teamZone')}
          description={t('founding/teamZoneHelp')}
          data={zones}
          value={draft.zone}
          onChange={(value) => set({ zone: value ?? draft.zone })}
        />
      </Stack>
    </Panel>
  );
}

export function PartiesStep({ draft, tried, set }: StepProps) {
  const { t, i18n } = useTranslation();
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
            set({ parties: [...draft.parties, party] });
          }}
        />
        {tried && draft.parties.length === 0 ? (
          <Text size="sm" c="red" role="alert">
            {t('founding/needParty')}
          </Text>
        ) : null}
      </div>
      <ul className={classes['parties']}>
        {draft.parties.map((party) => (
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
                onClick={() => set({ parties: draft.parties.filter(({ code }) => code !== party.code) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </div>
            <PartyFields
              party={party}
              tried={tried}
              onChange={(next) => set({ parties: draft.parties.map((one) => (one.code === next.code ? next : one)) })}
            />
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
              value={founderOf(draft)?.code ?? null}
              error={tried && !founderOf(draft) ? t('founding/needed') : null}
              onChange={(code) => set({ founderParty: code ?? '' })}
            />
            <Select
              allowDeselect={false}
              label={t('founding/founderFunction')}
              data={FUNCTIONS.map((one) => ({ value: one, label: t(`members/${one}`) }))}
              value={draft.founderFunction}
              onChange={(one) => set({ founderFunction: one ?? draft.founderFunction })}
            />
          </Group>
        </div>
      ) : null}
    </Panel>
  );
}

export function LeadersStep({ draft, tried, set }: StepProps) {
  const { t } = useTranslation();
  const change = (code: string, next: Partial<LeaderDraft>) =>
    set({ leaders: { ...draft.leaders, [code]: { ...(draft.leaders[code] ?? NOBODY), ...next } } });
  return (
    <Panel title={t('founding/leaders')} flush>
      <div className={classes['party']}>
        <Text size="sm" c="dimmed">
          {t('founding/leadersHelp')}
        </Text>
      </div>
      <ul className={classes['parties']}>
        {leadersOf(draft).map(({ party, leader }) => {
          const begun = leader.name.trim() !== '' || leader.email.trim() !== '';
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
                  error={tried && begun && !leader.name.trim() ? t('founding/needed') : null}
                  onChange={(event) => change(party.code, { name: event.currentTarget.value })}
                />
                <TextInput
                  type="email"
                  label={t('founding/leaderEmail')}
                  aria-label={`${t('founding/leaderEmail')}${t('common/colon')}${party.name}`}
                  value={leader.email}
                  error={tried && begun && !isAddress(leader.email) ? t('founding/needAddress') : null}
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
