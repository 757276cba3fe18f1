/** The input of one value by the type of its field. */
import { MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import { CountrySelect } from '@/features/requests/form/CountrySelect';
import { MomentInput } from './MomentInput';
import { MoneyInput, PeriodInput } from './PairInputs';
import type { FormFieldView } from './queries';

type Props = {
  field: FormFieldView;
  label: string;
  required: boolean;
  disabled: boolean;
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
      return <DateField {...shared} value={textOf(value)} onChange={onChange} />;
    case 'moment':
      return <MomentInput {...shared} value={textOf(value)} onChange={onChange} />;
    case 'period':
      return <PeriodInput {...shared} value={value} onChange={onChange} />;
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
