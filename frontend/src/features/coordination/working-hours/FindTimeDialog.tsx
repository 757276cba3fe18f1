/** The best meeting times of the chosen parties, each in its local time. */
import { Button, Checkbox, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { meetingSlotsQuery, type LocalView, type SlotView } from './queries';
import { Dialog } from '@/components/dialogs/Dialog';
import { EmptyState } from '@/components/layout/EmptyState';
import { hint } from '@/components/hints/hint';
import { PartyTag } from '@/components/text/PartyTag';
import { ProblemNotice } from '@/components/notices/ProblemNotice';
import { dayName, shortClock, zoneName } from '@/lib/time';
import { weekdayOf, weekdays } from './atWork';
import { AT_WORK } from './HoursLine';
import classes from './Hours.module.css';

const LASTS = [30, 45, 60, 90, 120];
const DAYS = [3, 5, 14];

export function FindTimeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { jit, parties, locale } = useTeam();
  const active = parties.filter(({ status }) => status === 'active');
  const [chosen, setChosen] = useState<string[]>(() => active.map(({ code }) => code));
  const [minutes, setMinutes] = useState(60);
  const [days, setDays] = useState(5);
  const { data, error, isPending, refetch } = useQuery({
    ...meetingSlotsQuery(jit.id, chosen, minutes, days, locale),
    enabled: chosen.length > 0,
  });
  const slots = chosen.length > 0 ? (data?.items ?? []) : [];
  return (
    <Dialog onClose={onClose} size="xl" title={t('hours/findTitle')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('hours/findHelp')}
        </Text>
        <Checkbox.Group label={t('hours/who')} value={chosen} onChange={setChosen}>
          <Group gap="sm" mt={4}>
            {active.map(({ code, name }) => (
              <Checkbox key={code} size="xs" value={code} label={name} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="md">
          <Choice
            label={t('hours/lasts')}
            value={minutes}
            all={LASTS}
            words={(count) => t('hours/minutes', { count })}
            onChange={setMinutes}
          />
          <Choice
            label={t('hours/within')}
            value={days}
            all={DAYS}
            words={(count) => t('hours/days', { count })}
            onChange={setDays}
          />
        </Group>
        {isPending && chosen.length > 0 ? <Skeleton height={120} aria-label={t('common/loading')} /> : null}
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        {chosen.length === 0 || (data && slots.length === 0) ? (
          <EmptyState
            icon={IconCalendarOff}
            title={t(chosen.length === 0 ? 'hours/nobody' : 'hours/none')}
            help={t('hours/noneHelp')}
          />
        ) : null}
        {slots.length > 0 ? (
          <ol className={classes['slots']} aria-label={t('hours/slots')}>
            {slots.map((slot) => (
              <Slot key={slot.begins_at} slot={slot} />
            ))}
          </ol>
        ) : null}
        <Text size="xs" c="dimmed">
          {t('hours/assumed')}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common/close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Choice({
  label,
  value,
  all,
  words,
  onChange,
}: {
  label: string;
  value: number;
  all: number[];
  words: (n: number) => string;
  onChange: (n: number) => void;
}) {
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={String(value)}
        data={all.map((n) => ({ value: String(n), label: words(n) }))}
        onChange={(chosen) => onChange(Number(chosen))}
      />
    </div>
  );
}

function Slot({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const { zone, locale } = useTeam();
  const [begins, ends] = [Date.parse(slot.begins_at), Date.parse(slot.ends_at)];
  const all = slot.working === slot.parties.length;
  return (
    <li className={classes['slot']} data-all={all || undefined}>
      <div className={classes['mine']}>
        <strong>{dayName(slot.begins_at, zone, locale)}</strong>
        <span>
          {shortClock(begins, zone, locale)}–{shortClock(ends, zone, locale)}{' '}
          <span className="dim">{zoneName(begins, zone, locale)}</span>
        </span>
        <span className={classes['count']}>
          {all ? t('hours/all') : t('hours/some', { working: slot.working, all: slot.parties.length })}
        </span>
      </div>
      <ul className={classes['theirs']}>
        {slot.parties.map((one) => (
          <Theirs key={one.party} one={one} on={slot.begins_at.slice(0, 10)} />
        ))}
      </ul>
    </li>
  );
}

/** As that party's clocks show it; the day where it is another there than in UTC. */
function Theirs({ one, on }: { one: LocalView; on: string }) {
  const { t } = useTranslation();
  const { partyName, locale } = useTeam();
  const Icon = AT_WORK[one.at_work];
  const day = one.begins_local.slice(0, 10);
  return (
    <li
      className={classes['one']}
      data-hours={one.at_work}
      {...hint(`${partyName(one.party)}${t('common/colon')}${one.holiday ?? t(`hours/${one.at_work}`)}`)}
    >
      <PartyTag name={partyName(one.party)} tone="plain" />
      <Icon size={13} aria-hidden />
      <span>
        {day === on ? null : <span className="dim">{weekdays(locale, 'short')[weekdayOf(day) - 1]} </span>}
        {one.begins_local.slice(11, 16)}–{one.ends_local.slice(11, 16)}
      </span>
      <span className="visually-hidden"> {one.holiday ?? t(`hours/${one.at_work}`)}</span>
    </li>
  );
}
