/** A field of a form by its type; groups and lists contain further fields. */
import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FormFieldView } from './queries';
import { ValueInput } from './ValueInput';
import { editable, isFilled, isNeeded, isShown, valueAt, type Values } from './values';
import classes from './Forms.module.css';

export type SectionForm = UseFormReturnType<Values>;
/**
 * `path`: within the section, empty for the section. `all`: values of the form, for conditions on other sections. `proposed`:
 * values of the section that nobody has saved yet.
 */
type Props = {
  form: SectionForm;
  section: string;
  fields: FormFieldView[];
  path: string;
  all: Values;
  prefilled: ReadonlySet<string>;
  proposed: unknown;
  readOnly: boolean;
};

export function Fields(props: Props) {
  const { form, fields, path, all, section } = props;
  const item = path === '' ? form.values : valueAt(form.values, path);
  const values = { ...all, [section]: form.values };
  return (
    <div className={classes['fields']}>
      {fields
        .filter((one) => isShown(one, values, item))
        .map((one) => (
          <OneField key={one.key} {...props} field={one} required={isNeeded(one, values, item)} />
        ))}
    </div>
  );
}

type FieldProps = Props & { field: FormFieldView; required: boolean };

function OneField({ field, required, ...props }: FieldProps) {
  const at = props.path === '' ? field.key : `${props.path}.${field.key}`;
  if (field.is_list) return <ListField {...props} field={field} required={required} at={at} />;
  if (field.type === 'group')
    return (
      <fieldset className={classes['group']}>
        <Legend field={field} required={required} />
        <Fields {...props} fields={field.fields} path={at} />
      </fieldset>
    );
  return <Leaf {...props} field={field} required={required} at={at} label={field.title} />;
}

function Legend({ field, required }: { field: FormFieldView; required: boolean }) {
  return (
    <legend>
      {field.title}
      {required ? <span className={classes['star']}> *</span> : null}
    </legend>
  );
}

function Leaf({
  form,
  section,
  field,
  required,
  at,
  label,
  prefilled,
  proposed,
  readOnly,
}: FieldProps & { at: string; label: string }) {
  const { t } = useTranslation();
  const origin = prefilled.has(`${section}.${at}`) ? 'prefilled' : isFilled(valueAt(proposed, at)) ? 'proposed' : null;
  return (
    <ValueInput
      field={field}
      label={label}
      required={required}
      readOnly={readOnly}
      description={origin ? t(`filledForm/${origin}`) : undefined}
      value={valueAt(form.values, at)}
      error={form.errors[at]}
      onChange={(value) => form.setFieldValue(at, value)}
    />
  );
}

function ListField({ at, field, required, ...props }: FieldProps & { at: string }) {
  const { t } = useTranslation();
  const { form, readOnly } = props;
  const given = valueAt(form.values, at);
  const parts: unknown[] = Array.isArray(given) ? given : [];
  return (
    <fieldset className={classes['group']}>
      <Legend field={field} required={required} />
      {form.errors[at] ? (
        <div role="alert" className={classes['error']}>
          {form.errors[at]}
        </div>
      ) : null}
      {parts.map((_, place) => {
        const here = `${at}.${String(place)}`;
        const label = `${field.title} ${String(place + 1)}`;
        return (
          // The parts have no identity of their own; all their values are in the form.
          <div key={here} className={classes['part']} role="group" aria-label={label}>
            {field.type === 'group' ? (
              <Fields {...props} fields={field.fields} path={here} />
            ) : (
              <Leaf {...props} field={field} required={false} at={here} label={label} />
            )}
            {readOnly ? null : (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={14} aria-hidden />}
                aria-label={t('filledForm/removeOf', { name: label })}
                onClick={() => form.removeListItem(at, place)}
              >
                {t('filledForm/remove')}
              </Button>
            )}
          </div>
        );
      })}
      {readOnly ? null : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('filledForm/addTo', { name: field.title })}
          onClick={() => form.insertListItem(at, field.type === 'group' ? editable(field.fields, {}) : null)}
        >
          {t('filledForm/add')}
        </Button>
      )}
    </fieldset>
  );
}
