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
  const last = [defaults?.acquiredBy, defaults?.place].filter(Boolean);
  const lacksLast = last.length > 0 && (values.acquired_by !== defaults?.acquiredBy || values.place !== defaults.place);
  if (origins.length === 0 && values.acquired_at && !lacksLast) return null;
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
      {lacksLast ? (
        <Button
          size="compact-xs"
          variant="light"
          className={classes['basis'] ?? ''}
          onClick={() =>
            form.setValues({
              acquired_by: defaults?.acquiredBy || values.acquired_by,
              place: defaults?.place || values.place,
            })
          }
        >
          {t('register/asLast', { facts: last.map((one) => visible(one ?? '')).join(', ') })}
        </Button>
      ) : null}
    </Group>
  );
}
