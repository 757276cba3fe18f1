/** The input of one value by the type of its field. */
import { MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '@/api/team';
import { DateField } from '@/components/fields/DateField';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { wallClock } from '@/lib/zones';
import { MomentInput } from './MomentInput';
import { MoneyInput, PeriodInput } from './PairInputs';
import type { FormFieldView } from './queries';
import { isRecord } from './values';

type Props = {
  field: FormFieldView;
  label: string;
  required: boolean;
  readOnly: boolean;
  description: string | undefined;
  value: unknown;
  error: ReactNode;
  onChange: (value: unknown) => void;
};

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown) => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);

export function ValueInput({ field, value, onChange, description, ...common }: Props) {
  const { t } = useTranslation();
  const shared = { ...common, ...(description === undefined ? {} : { description }) };
  const options = field.options.map(({ key, title }) => ({ value: key, label: title }));
  switch (field.type) {
    case 'long':
      return (
        <Textarea
          autosize
          minRows={2}
          maxLength={10_000}
          {...shared}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date':
    case 'moment':
    case 'period':
      return common.readOnly ? (
        <ReadTime {...shared} value={value} />
      ) : (
        <TimeInput {...shared} type={field.type} {...{ value, onChange }} />
      );
    case 'country':
      return <CountrySelect clearable {...shared} value={textOf(value) || null} onChange={onChange} />;
    case 'yes_no':
      return (
        <Select
          clearable
          {...shared}
          data={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`filledForm/${one}`) }))}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(answer) => onChange(answer === null ? null : answer === 'yes')}
        />
      );
    case 'choice':
      return (
        <Select clearable searchable {...shared} data={options} value={textOf(value) || null} onChange={onChange} />
      );
    case 'choices':
      return <MultiSelect searchable {...shared} data={options} value={textsOf(value)} onChange={onChange} />;
    case 'money':
      return <MoneyInput {...shared} value={value} onChange={onChange} />;
    case 'files':
      return <TagsInput {...shared} value={textsOf(value)} onChange={onChange} />;
    case 'group':
      return null;
    case 'text':
      return (
        <TextInput
          maxLength={10_000}
          {...shared}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

type TimeProps = Omit<Props, 'field' | 'description'> & { description?: string };

function TimeInput({ type, value, onChange, ...shared }: TimeProps & { type: 'date' | 'moment' | 'period' }) {
  if (type === 'date') return <DateField {...shared} value={textOf(value)} onChange={onChange} />;
  if (type === 'moment') return <MomentInput {...shared} value={textOf(value)} onChange={onChange} />;
  return <PeriodInput {...shared} value={value} onChange={onChange} />;
}

/** A date, an instant in the user's zone, or a period, to be read. */
function ReadTime({ value, ...shared }: Omit<TimeProps, 'onChange'>) {
  const { zone } = useTeam();
  const read = (given: unknown) => {
    const text = textOf(given);
    return text.includes('T') ? `${wallClock(Date.parse(text), zone).replace('T', ' ')} (${zone})` : text;
  };
  const ends = isRecord(value) ? [read(value['from']), read(value['until'])].join(' – ') : read(value);
  return <TextInput {...shared} value={ends} />;
}
