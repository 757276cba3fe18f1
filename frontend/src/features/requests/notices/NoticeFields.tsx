/** One field of the request sheet of a notice. */
import { MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DateField } from '@/components/fields/DateField';
import type { Values } from './draft';
import type { FieldSpec } from './state';
import { useCountries } from './useNoticeWords';
import { useOptionWords } from './useOptionWords';

type Props = { form: UseFormReturnType<Values>; field: FieldSpec; needed: boolean; fixed: boolean };

const HELPED = [
  'aliases',
  'max_penalty_years',
  'sentence_months',
  'is_exceptional',
  'is_publication_allowed',
  'birth_date',
  'description',
  'warrant',
  'review_on',
  'languages',
  'is_public',
  'is_unidentified',
] as const;

export function NoticeField({ form, field, needed, fixed }: Props) {
  const { t } = useTranslation();
  const option = useOptionWords()(field.name);
  const countries = useCountries();
  const helped = HELPED.find((one) => one === field.name);
  const common = {
    label: t(`noticeField/${field.name}`),
    withAsterisk: needed,
    disabled: fixed,
    ...(helped ? { description: t(`noticeFieldHelp/${helped}`) } : {}),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
  };
  const props = { ...common, ...form.getInputProps(field.name) };
  const options = (field.options ?? []).map((value) => ({ value, label: option(value) }));
  switch (field.type) {
    case 'line':
      return <TextInput maxLength={300} {...props} />;
    case 'text':
      return <Textarea autosize minRows={2} maxLength={10_000} {...props} />;
    case 'number':
      return (
        <NumberInput
          min={0}
          max={field.most ?? Infinity}
          allowDecimal={false}
          allowNegative={false}
          {...props}
          onChange={(value) => form.setFieldValue(field.name, String(value))}
        />
      );
    case 'names':
      return <TagsInput splitChars={[]} maxTags={50} maxLength={300} {...props} />;
    case 'day':
      return (
        <DateField
          {...common}
          value={String(form.values[field.name] ?? '')}
          error={form.errors[field.name]}
          onChange={(value) => form.setFieldValue(field.name, value)}
        />
      );
    case 'choice':
      return <Select clearable data={options} {...props} />;
    case 'yesNo':
      return (
        <Select
          clearable
          data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`noticeAnswer/${value}`) }))}
          {...props}
        />
      );
    case 'choices':
      return <MultiSelect data={options} {...props} />;
    case 'countries':
      return <MultiSelect searchable data={countries} {...props} />;
    case 'languages':
      return <TagsInput {...props} />;
  }
}
