/** Of what a new exhibit is derived, how, and what it inherits from there: shown before anything is saved. */
import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inheritanceQuery } from '@/features/evidence/derivations/queries';
import { useTeam } from '@/api/team';
import { HOWS, type InheritanceView, type Purpose } from '@/api/views';
import { ExhibitLink } from '@/components/exhibits/ExhibitLink';
import { ExhibitPicker } from '@/components/exhibits/ExhibitPicker';
import { Notice } from '@/components/notices/Notice';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { visible } from '@/lib/visible';
import type { FieldsProps } from './form';
import classes from './Register.module.css';

export const MOST_PARENTS = 20;

export function RegisterParents({ values, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const { jit } = useTeam();
  const [adding, setAdding] = useState<string | null>(null);
  const parents = values.derived_from;
  const { data, error } = useQuery(
    inheritanceQuery(
      jit.id,
      parents.map(({ evidence }) => evidence),
    ),
  );
  const wrong = Object.entries(errors).find(([field]) => field.startsWith('derived_from'))?.[1];
  const set = (next: typeof parents) => onChange({ derived_from: next });
  return (
    <Stack gap="xs">
      {parents.map((one, index) => (
        <Group key={one.evidence} gap="xs" wrap="nowrap" align="center">
          <span className={classes['parent']}>
            <ExhibitLink id={one.evidence} />
          </span>
          <Select
            size="xs"
            w="10rem"
            allowDeselect={false}
            aria-label={t('derivations/how')}
            data={HOWS.map((value) => ({ value, label: t(`how/${value}`) }))}
            value={one.how}
            onChange={(how) =>
              set(parents.map((other, at) => (at === index ? { ...other, how: how ?? other.how } : other)))
            }
          />
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={t('derivations/remove')}
            onClick={() => set(parents.filter((_, at) => at !== index))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {parents.length < MOST_PARENTS ? (
        <ExhibitPicker
          label={t('derivations/add')}
          value={adding}
          error={wrong ?? null}
          filter={({ id, level, status }) =>
            level === 'held' && status === 'active' && !parents.some(({ evidence }) => evidence === id)
          }
          onChange={(id) => {
            setAdding(null);
            if (id && !parents.some(({ evidence }) => evidence === id))
              set([...parents, { evidence: id, how: parents.at(-1)?.how ?? 'extract' }]);
          }}
        />
      ) : null}
      {parents.length > 0 ? (
        <Text size="xs" c="dimmed">
          {t('derivations/help')}
        </Text>
      ) : null}
      {error ? <ProblemNotice error={error} title={t('derivations/refused')} /> : null}
      {data && parents.length > 0 && !error ? <Inherits what={data} /> : null}
    </Stack>
  );
}

function Inherits({ what }: { what: InheritanceView }) {
  const { t } = useTranslation();
  const { partyName, locale } = useTeam();
  const list = (all: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(all);
  const purposes = (all: readonly Purpose[]) => list(all.map((one) => t(`purpose/${one}`)));
  return (
    <Notice tone="locked">
      <strong>{t('derivations/inherits')}</strong>
      <ul className={classes['inherits']}>
        <li>{t('derivations/marks', { handling: what.handling.join(', '), tlp: what.tlp.replace('_', '+') })}</li>
        {what.handling_text ? <li>{t('derivations/text', { text: visible(what.handling_text) })}</li> : null}
        {what.seats ? <li>{t('derivations/seats', { seats: list(what.seats) })}</li> : null}
        {what.purposes ? <li>{t('derivations/purposes', { purposes: purposes(what.purposes) })}</li> : null}
        {what.only_to ? (
          <li>{t('derivations/onlyTo', { parties: list(what.only_to.map(partyName)) })}</li>
        ) : what.bound ? (
          <li>{t('derivations/bound')}</li>
        ) : null}
      </ul>
    </Notice>
  );
}
