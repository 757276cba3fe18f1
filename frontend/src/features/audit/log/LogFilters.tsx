/** Filters of the audit log or the access log: the search field, and the others folded on a narrow screen. */
import { Button, CloseButton, Kbd, MultiSelect, Select, Switch, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWERS, ASKED, narrowed, type AuditSearch } from './queries';
import { useTeam } from '@/api/team';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { compact } from '@/lib/compact';
import { zoneName } from '@/lib/time';
import { useTyped } from '@/lib/useTyped';
import { KIND_GROUPS } from './kinds';
import '@/components/fields/dates.css';
import classes from './LogFilters.module.css';

type Props = { search: AuditSearch; onChange: (search: AuditSearch) => void };
type Narrow = (next: { [Name in keyof AuditSearch]: AuditSearch[Name] | null }) => void;

export function LogFilters({ search, onChange }: Props) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const set: Narrow = (next) => onChange(compact({ ...search, ...next }) as AuditSearch);
  const all = narrowed(search);
  const folded = all - (search.q === undefined ? 0 : 1);
  const entries = search.tab !== 'access';
  return (
    <div className={classes['bar']} role="search" aria-label={t(entries ? 'audit/searchEntries' : 'accessLog/search')}>
      {entries ? <Words q={search.q} onChange={(q) => set({ q })} /> : null}
      {narrow ? (
        <Button
          variant="default"
          size="xs"
          aria-expanded={open}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          onClick={() => setOpen(!open)}
        >
          {t('evidence/filters')}
          {folded > 0 ? ` (${String(folded)})` : ''}
        </Button>
      ) : null}
      {narrow && !open ? null : <Choices search={search} set={set} />}
      {all > 0 && (!narrow || open) ? (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(entries ? {} : { tab: 'access' })}>
          {t('evidence/clear')}
        </Button>
      ) : null}
    </div>
  );
}

function Words({ q, onChange }: { q: string | undefined; onChange: (q: string | null) => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, type] = useTyped(q, (words) => onChange(words ?? null), 350);
  useHotkeys([
    [
      '/',
      (event) => {
        event.preventDefault();
        field.current?.focus();
      },
    ],
  ]);
  return (
    <TextInput
      ref={field}
      className={classes['words'] ?? ''}
      size="xs"
      maxLength={200}
      aria-label={t('audit/words')}
      placeholder={t('audit/words')}
      title={t('audit/wordsHelp')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label={t('evidence/clear')} onClick={() => type('')} />
        ) : (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        )
      }
    />
  );
}

function Choices({ search, set }: { search: AuditSearch; set: Narrow }) {
  const { t } = useTranslation();
  const { parties, members, seat, partyName } = useTeam();
  const seats = members.filter(
    (one) =>
      (search.party === undefined || one.party === search.party) &&
      (search.tab !== 'access' || seat.party === null || one.party === seat.party),
  );
  const shape = { size: 'xs', clearable: true } as const;
  return (
    <>
      {search.tab === 'access' ? (
        <>
          <Select
            {...shape}
            className={classes['choice'] ?? ''}
            aria-label={t('accessLog/asked')}
            placeholder={t('accessLog/anyAsked')}
            data={ASKED.map((value) => ({ value, label: t(`askedFor/${value}`) }))}
            value={search.asked ?? null}
            onChange={(value) => set({ asked: ASKED.find((one) => one === value) })}
          />
          <Select
            {...shape}
            className={classes['choice'] ?? ''}
            aria-label={t('accessLog/answer')}
            placeholder={t('accessLog/anyAnswer')}
            data={ANSWERS.map((value) => ({ value, label: t(`answer/${value}`) }))}
            value={search.answer ?? null}
            onChange={(value) => set({ answer: ANSWERS.find((one) => one === value) })}
          />
          <Switch
            size="xs"
            label={t('accessLog/background')}
            title={t('accessLog/backgroundHelp')}
            checked={search.background ?? false}
            onChange={({ currentTarget }) => set({ background: currentTarget.checked || null })}
          />
        </>
      ) : (
        <MultiSelect
          {...shape}
          className={classes['kinds'] ?? ''}
          searchable
          aria-label={t('audit/kind')}
          {...(search.kind ? {} : { placeholder: t('audit/anyKind') })}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          data={KIND_GROUPS.map(({ group, kinds }) => ({
            group: t(`kindGroup/${group}`),
            items: kinds.map((value) => ({ value, label: t(`entry/${value}`) })),
          }))}
          value={search.kind ?? []}
          onChange={(kind) => set({ kind: kind.length > 0 ? kind : null })}
        />
      )}
      {search.tab === 'access' && seat.party !== null ? null : (
        <Select
          {...shape}
          className={classes['choice'] ?? ''}
          aria-label={t('audit/party')}
          placeholder={t('audit/anyParty')}
          data={parties.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.party ?? null}
          onChange={(party) => set({ party, seat: null })}
        />
      )}
      <Select
        {...shape}
        className={classes['choice'] ?? ''}
        searchable
        aria-label={t('audit/seat')}
        placeholder={t('audit/anySeat')}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        data={seats.map((one) => ({
          value: one.code,
          label: [`${one.name} (${one.code})`, one.party ? null : t('audit/ofTeam')].filter(Boolean).join(' · '),
        }))}
        value={search.seat ?? null}
        onChange={(code) => set({ seat: code })}
        title={search.party ? partyName(search.party) : undefined}
      />
      <div className={classes['choice']}>
        <ExhibitPicker
          hideLabel
          label={t('audit/exhibit')}
          placeholder={t('audit/anything')}
          value={search.evidence ?? null}
          onChange={(evidence) => set({ evidence })}
        />
      </div>
      <Period search={search} set={set} />
    </>
  );
}

function Period({ search, set }: { search: AuditSearch; set: Narrow }) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const [now] = useState(() => Date.now());
  return (
    <fieldset className={classes['period']}>
      <legend className="visually-hidden">{t('audit/period', { zone })}</legend>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className={classes['end']}>
          <span aria-hidden>{t(`audit/${end}`)}</span>
          <DatePickerInput
            size="xs"
            clearable
            className={classes['day'] ?? ''}
            aria-label={t(`audit/${end}`)}
            placeholder={t('audit/anyDay')}
            value={search[end] ?? null}
            {...(end === 'from' ? { maxDate: search.to } : { minDate: search.from })}
            onChange={(day) => set({ [end]: day })}
          />
        </div>
      ))}
      <span className="dim" title={zone}>
        {zoneName(now, zone, locale)}
      </span>
    </fieldset>
  );
}
