import type { UseFormReturnType } from '@mantine/form';
import { useMutation, type UseMutationOptions, type UseMutationResult } from '@tanstack/react-query';
import { Problem, type FieldProblem } from '@/api/problem';

type Sending<Result, Sent> = {
  run: UseMutationResult<Result, Error, Sent>;
  /** The error of the whole form; null if each sentence of the server is shown beside its field. */
  notice: Error | null;
};

/**
 * Sends a form and shows what the server says of a field beside it.
 *
 * `names` are fields of the form whose names differ from those of the server; a part of a field ("occurred.at") belongs to it.
 */
export function useFormMutation<Values extends object, Result, Sent = void>(
  form: Pick<UseFormReturnType<Values>, 'getValues' | 'setFieldError'>,
  {
    names = {},
    ...options
  }: UseMutationOptions<Result, Error, Sent> & { names?: Record<string, keyof Values & string> },
): Sending<Result, Sent> {
  const placeOf = ({ field }: FieldProblem): string | undefined => {
    const [first = ''] = field.split('.');
    const name = names[field] ?? names[first] ?? first;
    return name in form.getValues() ? name : undefined;
  };
  const run = useMutation<Result, Error, Sent>({
    ...options,
    onError: (error, ...rest) => {
      for (const one of error instanceof Problem ? error.fields : []) {
        const place = placeOf(one);
        if (place !== undefined) form.setFieldError(place, one.message);
      }
      return options.onError?.(error, ...rest);
    },
  });
  const { error } = run;
  const beside = error instanceof Problem && error.fields.length > 0 && error.fields.every((one) => placeOf(one));
  return { run, notice: beside ? null : error };
}
