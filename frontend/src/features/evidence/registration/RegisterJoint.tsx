/** With which other parties it was obtained: nobody, unless a leader names them. What is derived follows what it came of. */
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { EMPTY } from '@/components/sharing/draft';
import type { FieldsProps } from './form';

export function RegisterJoint({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { parties, seat, may, partyName } = useTeam();
  if (!may('releases:grant') || values.derived_from.length > 0) return null;
  const others = parties.filter(({ code, status }) => code !== seat.party && status === 'active');
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('joint'))?.[1];
  const name = (joint: string[]) => {
    const theirs = others
      .map(({ code }) => code)
      .filter((code) => joint.includes(code) !== values.joint.includes(code));
    const releases = Object.fromEntries(
      theirs.map((code) => [code, joint.includes(code) ? { ...EMPTY, level: 'held' as const } : EMPTY]),
    );
    onChange({ joint, releases: { ...values.releases, ...releases } });
  };
  return (
    <MultiSelect
      clearable
      searchable
      label={t('joint/with')}
      description={values.joint.length > 0 ? t('joint/withHelp') : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={wrong}
      {...(values.joint.length > 0
        ? {}
        : { placeholder: t('joint/withNobody', { party: seat.party ? partyName(seat.party) : '' }) })}
      data={others.map(({ code, name: said }) => ({ value: code, label: said === code ? code : `${said} (${code})` }))}
      value={values.joint}
      onChange={name}
    />
  );
}
