/** The input of one field of an exhibit, by the type of the field. Its value is text, empty if there is none. */
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageSelect } from '@/components/fields/LanguageSelect';
import type { FieldType } from './fields';

type Props = {
  type: FieldType;
  value?: string;
  onChange: (value: string) => void;
  label?: string;
  'aria-label'?: string;
  description?: string;
  error?: ReactNode;
};

export function FieldInput({ type, value = '', onChange, ...props }: Props) {
  if (type === 'language')
    return <LanguageSelect {...props} value={value || null} onChange={(code) => onChange(code ?? '')} />;
  if (type === 'whole_number')
    return (
      <NumberInput
        {...props}
        min={1}
        allowDecimal={false}
        allowNegative={false}
        value={value}
        onChange={(entered) => onChange(String(entered))}
      />
    );
  const long = type === 'paragraph';
  const Field = long ? Textarea : TextInput;
  return (
    <Field
      {...props}
      maxLength={long ? 10_000 : 300}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
