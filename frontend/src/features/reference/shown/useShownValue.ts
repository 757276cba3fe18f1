/** A value of the reference data in words, line by line; nothing for one that is not recorded. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { en } from '@/i18n/en';
import type {
  CodeMeaning,
  DeadlineRule,
  InForce,
  IssuerRule,
  LanguageRule,
  TreatyParty,
} from '@/features/reference/administration/queries';
import { durationOf, isBilingual, said } from './values';

type Channel = { kind: string; address: string };
type Offence = { category: number; offence: string };

export function useShownValue(): (name: string, value: unknown) => string[] {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (name: string, value: unknown): string[] => {
      const words = {
        coverage: (one: string) => t(`coverage/${one}` as 'coverage/yes'),
        courtUse: (one: string) => t(`courtUse/${one}` as 'courtUse/yes'),
        dataCategory: (one: string) => t(`dataCategory/${one}` as 'dataCategory/TRAFFIC'),
        deadlineActor: (one: string) => t(`deadlineActor/${one}` as 'deadlineActor/issuing'),
        deadlineEvent: (one: string) => t(`deadlineEvent/${one}` as 'deadlineEvent/issued'),
        issuingAuthority: (one: string) => t(`issuingAuthority/${one}` as 'issuingAuthority/judge'),
      };
      const word = (group: keyof typeof words, one: string) => (one in en[group] ? words[group](one) : one);
      const list = (all: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(all);
      const country = (code: string) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
      const tongue = (code: string) => new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;

      const deadline = (rule: DeadlineRule): string[] => {
        const lasting = (iso: string) => {
          const { count, unit } = durationOf(iso);
          const counted = unit === 'D' ? (rule.basis === 'working' ? 'working' : 'days') : unit;
          return t(`reference/lasts${counted}` as 'reference/lastsdays', { count });
        };
        const about = [
          ...(rule.minimum ? [t('reference/minimum')] : []),
          ...(rule.extension ? [t('reference/extension', { by: lasting(rule.extension) })] : []),
          ...(rule.rolls ? [t('reference/rolls')] : []),
          ...(rule.urgent === null ? [] : [t(rule.urgent ? 'reference/urgentOnly' : 'reference/ordinaryOnly')]),
          ...(rule.countries.length > 0 ? [list(rule.countries.map(country))] : []),
          ...rule.data_categories.map((one) => word('dataCategory', one)),
        ];
        const when = { lasting: lasting(rule.duration), event: word('deadlineEvent', rule.begins_at) };
        return [
          t(rule.before ? 'reference/before' : 'reference/after', when),
          t('reference/actor', { who: word('deadlineActor', rule.actor) }),
          ...(about.length > 0 ? [about.join(' · ')] : []),
        ];
      };

      const issuers = (rule: IssuerRule): string[] => {
        const named = (all: readonly string[]) => list(all.map((one) => word('issuingAuthority', one)));
        return [
          ...(rule.alone.length > 0 ? [named(rule.alone)] : []),
          ...(rule.validated_by.length > 0 ? [t('reference/validatedBy', { who: named(rule.validated_by) })] : []),
          ...(rule.unvalidated_in_emergency ? [t('reference/unvalidated')] : []),
        ];
      };

      const force = ({ scope, countries, pairs, begins_on: begins }: InForce): string[] => [
        scope === 'members'
          ? list(countries.map(country))
          : scope === 'pairs'
            ? pairs.map((pair) => pair.map(country).join(' – ')).join(', ')
            : t(`reference/force${scope}`),
        ...(begins ? [t('reference/begins', { day: begins })] : []),
      ];

      const party = (one: TreatyParty): string[] => [
        ...(one.signed_on ? [t('reference/signedOn', { day: one.signed_on })] : []),
        ...(one.ratified_on ? [t('reference/ratifiedOn', { day: one.ratified_on })] : []),
        ...(one.in_force_on ? [t('reference/inForceOn', { day: one.in_force_on })] : []),
        ...(one.reservation ? [t('reference/reservation', { text: one.reservation })] : []),
      ];

      const languages = (rule: LanguageRule): string[] => {
        const which = [...rule.instruments, ...(rule.urgency === 'any' ? [] : [t(`reference/${rule.urgency}`)])];
        const before = which.length > 0 ? `${which.join(', ')}${t('common/colon')}` : '';
        const after = rule.condition ? ` (${rule.condition})` : '';
        const line = (key: 'accepts' | 'refuses', all: readonly string[]) =>
          all.length > 0 ? [`${before}${t(`reference/${key}`, { languages: list(all.map(tongue)) })}${after}`] : [];
        return [...line('accepts', rule.accepted), ...line('refuses', rule.refused)];
      };

      if (value === null || value === undefined) return [];
      if (isBilingual(value)) return [said(value, language)];
      switch (name) {
        case 'deadlines':
          return deadline(value as DeadlineRule);
        case 'issuers':
          return issuers(value as IssuerRule);
        case 'in_force':
          return force(value as InForce);
        case 'parties':
          return party(value as TreatyParty);
        case 'codes':
          return [said((value as CodeMeaning).meaning, language)];
        case 'coverage':
          return [word('coverage', value as string)];
        case 'court_use':
          return [word('courtUse', value as string)];
        case 'country':
        case 'establishment':
          return [country(value as string)];
        case 'languages':
          return (value as (string | LanguageRule)[]).flatMap((one) =>
            typeof one === 'string' ? [tongue(one)] : languages(one),
          );
        case 'channels':
          return (value as Channel[]).map(({ kind, address }) => `${kind}${t('common/colon')}${address}`);
        case 'offences':
          return (value as Offence[]).map(({ category, offence }) => `${String(category)}. ${offence}`);
        case 'retention_days':
          return (value as { category: string; days: number }[]).map(
            ({ category, days }) =>
              `${word('dataCategory', category)}${t('common/colon')}${t('reference/lastsdays', { count: days })}`,
          );
        case 'categories':
          return (value as string[]).map((one) => word('dataCategory', one));
        default:
          return typeof value === 'string' ? [value] : [JSON.stringify(value)];
      }
    },
    [t, language],
  );
}
