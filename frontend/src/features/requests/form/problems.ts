/** Shows what the server says of a request at the fields of its form. */
import type { UseFormReturnType } from '@mantine/form';
import { Problem } from '@/api/problem';
import type { Values } from './draft';

/** `placeOf`: the field of the form for one of the server. What can be confirmed gets its check box. */
export function showProblems(form: UseFormReturnType<Values>, error: unknown, placeOf: (field: string) => string) {
  if (!(error instanceof Problem)) return;
  for (const one of error.fields) {
    const place = placeOf(one.field);
    if (one.code === 'identifier-doubtful') form.setFieldValue(place.replace(/identifier$/, 'doubtful'), true);
    if (error.code === 'authority-elsewhere') form.setFieldValue('elsewhere', true);
    form.setFieldError(place, one.message);
  }
}
