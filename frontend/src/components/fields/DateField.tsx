/**
 * A date that is typed or chosen from a calendar. With a time it is what a clock shows in the zone that the form names: the zone of
 * the browser changes nothing of it.
 */
import { ActionIcon } from '@mantine/core';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import 'dayjs/locale/fr';
import { readTyped, showTyped } from '@/lib/typedDates';
import './dates.css';

/** `value`: "2026-05-16", or "2026-05-16T10:05" with a time; empty where there is none. */
type Props = Omit<
  DateInputProps,
  'value' | 'onChange' | 'defaultValue' | 'valueFormat' | 'dateParser' | 'min' | 'max'
> & {
  value: string;
  /** The first and the last day that the calendar offers. */
  min?: string;
  max?: string;
  /** The time of a log: with seconds, and with a fraction if it has one. */
  exact?: boolean;
  onChange: (value: string) => void;
};

export function DateField(props: Props) {
  const {
    value,
    min,
    max,
    onChange,
    withTime = false,
    exact = false,
    error,
    onBlur,
    disabled = false,
    ...others
  } = props;
  const { t, i18n } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  /** Text that was typed and is no date is shown as an error once the field is left. */
  const [left, setLeft] = useState(true);
  const read = useRef<string | null>(null);

  const parse = (text: string) => {
    read.current = readTyped(text, withTime, exact);
    setLeft(false);
    setUnreadable(read.current === null && text.trim() !== '');
    if (read.current === null && value) onChange('');
    return read.current?.replace('T', ' ') ?? null;
  };
  const choose = (day: string) => {
    read.current = withTime ? `${day}T${value.slice(11) || '00:00'}` : day;
    setUnreadable(false);
    setOpened(false);
  };
  return (
    <DateInput
      {...others}
      disabled={disabled}
      locale={i18n.language}
      placeholder={t(exact ? 'common/exactTimeFormat' : withTime ? 'common/dateTimeFormat' : 'common/dateFormat')}
      withTime={withTime}
      value={value ? value.replace('T', ' ') : null}
      valueFormat={() => showTyped(value, exact)}
      dateParser={parse}
      allowDeselect
      fixOnBlur={!unreadable}
      error={error ?? (unreadable && left ? t(withTime ? 'common/needDateTime' : 'common/needDate') : null)}
      onChange={(next) => {
        // Only the field itself knows what was typed: the library reads it in the zone of the browser.
        onChange(read.current ?? next?.replace(' ', 'T') ?? '');
        read.current = null;
      }}
      onBlur={(event) => {
        setLeft(true);
        onBlur?.(event);
      }}
      getDayProps={(day) => ({ onClick: () => choose(day) })}
      excludeDate={(day) => (min !== undefined && day < min) || (max !== undefined && day > max)}
      popoverProps={{ opened, onChange: setOpened }}
      data-mantine-stop-propagation={opened}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpened(false);
      }}
      rightSection={
        <ActionIcon
          disabled={disabled}
          aria-label={t('common/calendar')}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={15} aria-hidden />
        </ActionIcon>
      }
    />
  );
}
