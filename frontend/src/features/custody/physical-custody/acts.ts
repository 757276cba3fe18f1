/** The fields of each kind of custody event, as in app/access/custody_states.py. Pure. */
import type { CustodyEventForm, Step } from './queries';

export type Field =
  | 'by'
  | 'from_whom'
  | 'to_whom'
  | 'custodian'
  | 'place'
  | 'seal'
  | 'intact'
  | 'photograph'
  | 'why'
  | 'what'
  | 'court'
  | 'proceeding'
  | 'file_number'
  | 'method'
  | 'witnessed_by'
  | 'receipt';
type Rule = { needs: readonly Field[]; may: readonly Field[] };

export const ACTS: Record<Step, Rule> = {
  seized: { needs: ['place'], may: ['by', 'from_whom'] },
  collected: { needs: ['place'], may: ['by', 'from_whom'] },
  sealed: { needs: ['seal'], may: ['by', 'photograph'] },
  unsealed: { needs: ['intact', 'why'], may: ['by'] },
  transported: { needs: ['place'], may: ['by'] },
  stored: { needs: ['custodian', 'place'], may: [] },
  checked_out: { needs: ['why'], may: ['by', 'place'] },
  checked_in: { needs: ['custodian', 'place'], may: [] },
  produced: { needs: ['court', 'proceeding', 'file_number'], may: ['by'] },
  returned: { needs: ['to_whom', 'receipt'], may: ['place'] },
  destroyed: { needs: ['method', 'receipt'], may: ['by', 'witnessed_by', 'place'] },
  incident: { needs: ['what', 'why'], may: ['by'] },
};

/** Fields with long text. */
export const LONG: ReadonlySet<Field> = new Set(['why', 'what']);

export type Draft = Partial<Record<Exclude<Field, 'intact' | 'photograph'>, string>> & {
  photograph?: string | null;
  intact?: boolean;
};

/** Nothing said yet of these fields. */
export const blank = (fields: readonly Field[]): Draft =>
  Object.fromEntries(
    fields.flatMap((name): [Field, string | null][] =>
      name === 'intact' ? [] : [[name, name === 'photograph' ? null : '']],
    ),
  );

export const isMissing = (value: Draft[Field]): boolean => typeof value !== 'boolean' && !value?.trim();

/** Only what this act takes, and what was said. */
export function formOf(step: Step, draft: Draft): CustodyEventForm {
  const form: Record<string, unknown> = { act: step };
  for (const name of [...ACTS[step].needs, ...ACTS[step].may]) {
    const value = name === 'intact' ? draft.intact : draft[name]?.trim();
    if (value !== undefined && value !== '') form[name] = value;
  }
  return form as CustodyEventForm;
}
