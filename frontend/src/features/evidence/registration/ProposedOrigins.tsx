/** Facts of origin that are proposed: of the files, of the last registration, and the present time. Each counts once it is taken. */
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/api/team';
import { visible } from '@/lib/visible';
import { wallClock } from '@/lib/zones';
import type { RegisterForm } from './form';
import { momentOf, originTime, type Origin } from './origins';
import type { Defaults } from './queries';
import classes from './Register.module.css';

/** So many files are named; the others are in the list of the files. */
const MOST = 4;

type Props = { form: RegisterForm; defaults: Defaults | null; origins: readonly Origin[] };

export function ProposedOrigins({ form, defaults, origins }: Props) {
  const { t } = useTranslation();
  const { zone } = useLocale();
  const { values } = form;
  const take = (origin: Origin) =>
    form.setValues({
      ...momentOf(origin, values.acquired_zone || zone),
      // A time without a zone: the user chooses the zone.
      acquired_zone: origin.offset === null ? '' : values.acquired_zone || zone,
      ...(origin.by && !values.acquired_by ? { acquired_by: origin.by } : {}),
    });
  /** What is entered stays: the last registration fills empty fields only. */
  const last = {
    acquired_by: values.acquired_by.trim() ? '' : (defaults?.acquiredBy ?? ''),
    place: values.place.trim() ? '' : (defaults?.place ?? ''),
  };
  const facts = Object.entries(last).filter(([, fact]) => fact !== '');
  if (origins.length === 0 && values.acquired_at && facts.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('register/proposals')}>
      <Text size="xs" c="dimmed">
        {t('register/proposals')}
      </Text>
      {origins.slice(0, MOST).map((origin) => (
        <Button
          key={`${origin.file} ${origin.at}`}
          size="compact-xs"
          variant="light"
          className={classes['basis'] ?? ''}
          onClick={() => take(origin)}
        >
          {t(`originSource/${origin.source}`, {
            time: originTime(origin, t('register/noZone')),
            file: visible(origin.file),
          })}
        </Button>
      ))}
      {values.acquired_at ? null : (
        <Button
          size="compact-xs"
          variant="light"
          onClick={() =>
            form.setValues({ acquired_at: wallClock(Date.now(), values.acquired_zone || zone), reading: null })
          }
        >
          {t('register/now')}
        </Button>
      )}
      {facts.length > 0 ? (
        <Button
          size="compact-xs"
          variant="light"
          className={classes['basis'] ?? ''}
          onClick={() => form.setValues(Object.fromEntries(facts))}
        >
          {t('register/asLast', { facts: facts.map(([, fact]) => visible(fact)).join(', ') })}
        </Button>
      ) : null}
    </Group>
  );
}
