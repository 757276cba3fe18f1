/** The form for a new exhibit: what its fields hold, what is wrong, and what is sent. Pure but for t(). */
import type { UseFormReturnType } from '@mantine/form';
import type { TFunction } from 'i18next';
import {
  UNASSESSED,
  type Category,
  type DeclaredHash,
  type Evaluation,
  type How,
  type EvidenceForm,
  type HandlingCode,
  type Kind,
  type RetentionMode,
  type Tlp,
} from '@/api/views';
import { formOf, problemsOf, type Draft } from '@/components/sharing/draft';
import { eachFurther, sentFurther, type Further } from '@/features/evidence/exhibit/fields';
import { DIGITS, isHash } from '@/lib/hashes';
import { readWallClock, wallClock } from '@/lib/zones';

export type Values = Further & {
  title: string;
  description: string;
  kind: Kind | null;
  category: Category | null;
  acquired_at: string;
  /** Empty while the user has to choose it. */
  acquired_zone: string;
  /** Which reading of a time that occurred twice; 0 is the earlier. */
  reading: 0 | 1 | null;
  acquired_by: string;
  place: string;
  legal_basis: string;
  handling: HandlingCode[];
  handling_text: string;
  tlp: Tlp;
  /** Null: as in the agreement. */
  retention: RetentionMode | null;
  may_hold_privileged: boolean;
  /** Whether the content was checked and nothing privileged was found. */
  privilege_checked: boolean;
  evaluation: Evaluation;
  declared_hashes: DeclaredHash[];
  derived_from: { evidence: string; how: How }[];
  /** The parties that obtained it with one's own. */
  joint: string[];
  /** Whether the sharing rules of the party make the releases; else exactly those of `releases`. */
  ruled: boolean;
  releases: Record<string, Draft>;
};

/** The form as parts take it that set several values at once. */
export const fieldsOf = (form: RegisterForm): FieldsProps => ({
  values: form.values,
  errors: form.errors as Errors,
  onChange: (next) => form.setValues(next),
});

const LINE = 300;
const PARAGRAPH = 10_000;

/** `acquired`: the moment at which it was obtained, where it is known. It is never guessed. */
export function initial(zone: string, acquired: number | null = null): Values {
  return {
    title: '',
    description: '',
    kind: null,
    category: null,
    acquired_at: acquired === null ? '' : wallClock(acquired, zone),
    acquired_zone: zone,
    reading: null,
    acquired_by: '',
    place: '',
    legal_basis: '',
    handling: ['H0'],
    handling_text: '',
    ...eachFurther(() => ''),
    tlp: 'AMBER',
    may_hold_privileged: false,
    privilege_checked: false,
    retention: null,
    evaluation: UNASSESSED,
    declared_hashes: [],
    derived_from: [],
    joint: [],
    ruled: false,
    releases: {},
  };
}

/** H0 excludes all others: choosing it clears the others, and choosing another clears it. */
export function toggleHandling(before: readonly HandlingCode[], chosen: HandlingCode[]): HandlingCode[] {
  const added = chosen.filter((code) => !before.includes(code));
  if (added.includes('H0') || chosen.length === 0) return ['H0'];
  return chosen.filter((code) => code !== 'H0').sort();
}

export type Errors = Partial<Record<string, string>>;
export type RegisterForm = UseFormReturnType<Values>;
export type FieldsProps = { values: Values; errors: Errors; onChange: (next: Partial<Values>) => void };

export function validate(values: Values, zone: string, now: number, t: TFunction): Errors {
  const errors: Errors = {};
  const line = (name: 'title' | 'acquired_by' | 'place' | 'legal_basis') => {
    if (!values[name].trim()) errors[name] = t('register/required');
    else if (values[name].length > LINE) errors[name] = t('register/tooLong', { count: LINE });
  };
  line('title');
  line('acquired_by');
  line('place');
  line('legal_basis');
  if (!values.legal_basis.trim()) errors['legal_basis'] = t('register/legalBasisNeeded');
  if (!values.kind) errors['kind'] = t('register/required');
  if (!values.category) errors['category'] = t('register/required');
  if (values.description.length > PARAGRAPH) errors['description'] = t('register/tooLong', { count: PARAGRAPH });
  const at = readWallClock(values.acquired_at, values.acquired_zone || 'UTC');
  if (!values.acquired_zone) errors['acquired_zone'] = t('register/chooseZone');
  if (at.kind === 'unreadable') errors['acquired_at'] = t('register/unreadable');
  else if (at.kind === 'gap') errors['acquired_at'] = t('register/gap', { zone: values.acquired_zone });
  else if (at.kind === 'ambiguous' && values.reading === null) errors['acquired_at'] = t('register/ambiguous');
  else if (values.acquired_zone && Date.parse(acquiredAt(values) ?? '') > now + 60_000)
    errors['acquired_at'] = t('register/future');
  if (values.handling.includes('H3') && !values.handling_text.trim()) errors['handling_text'] = t('register/h3Text');
  const { scheme, value } = trimmed(values.evaluation);
  if ((scheme === null) !== (value === null)) errors['evaluation.value'] = t('evaluation/bothParts');
  values.declared_hashes.forEach((hash, index) => {
    if (!isHash(hash))
      errors[`declared_hashes.${String(index)}`] = t('register/badHash', {
        algorithm: hash.algorithm.toUpperCase(),
        count: DIGITS[hash.algorithm],
      });
  });
  for (const [party, draft] of values.ruled ? [] : Object.entries(values.releases)) {
    if (Object.keys(problemsOf(draft, values.tlp, zone, now)).length > 0) errors[`releases.${party}`] = party;
  }
  return errors;
}

const trimmed = ({ scheme, value, ...codes }: Evaluation): Evaluation => ({
  ...codes,
  scheme: scheme?.trim() || null,
  value: value?.trim() || null,
});

type AcquiredAt = Partial<Pick<Values, 'acquired_at' | 'acquired_zone' | 'reading'>>;

/** The moment of acquisition; null while the time or its zone is missing or unclear. */
export function acquiredAt({
  acquired_at: at = '',
  acquired_zone: zone = '',
  reading = null,
}: AcquiredAt): string | null {
  if (!zone) return null;
  const read = readWallClock(at, zone);
  if (read.kind === 'exact') return read.reading.instant;
  return read.kind === 'ambiguous' && reading !== null ? read.readings[reading].instant : null;
}

/** What is sent. `releases` is left out where standing rules make them; nobody named is the originator alone. */
export function toForm(values: Values, zone: string): EvidenceForm {
  const releases = Object.entries(values.releases).flatMap(([party, draft]) => {
    const form = formOf(draft, zone);
    return form ? [{ party, ...form }] : [];
  });
  return {
    title: values.title.trim(),
    ...(values.description.trim() ? { description: values.description.trim() } : {}),
    kind: values.kind ?? 'image',
    category: values.category ?? 'other',
    acquired_at: acquiredAt(values) ?? '',
    acquired_zone: values.acquired_zone,
    acquired_by: values.acquired_by.trim(),
    place: values.place.trim(),
    legal_basis: values.legal_basis.trim(),
    handling: values.handling,
    ...(values.handling.includes('H3') ? { handling_text: values.handling_text.trim() } : {}),
    tlp: values.tlp,
    ...sentFurther(values, values.kind),
    ...(values.retention ? { retention: values.retention } : {}),
    ...(values.may_hold_privileged ? { may_hold_privileged: true } : {}),
    ...(values.privilege_checked && !values.may_hold_privileged ? { privilege_checked: true } : {}),
    evaluation: trimmed(values.evaluation),
    declared_hashes: values.declared_hashes.map((hash) => ({ ...hash, value: hash.value.trim().toLowerCase() })),
    ...(values.derived_from.length > 0 ? { derived_from: values.derived_from } : {}),
    ...(values.joint.length > 0 ? { joint: values.joint } : {}),
    ...(values.ruled ? {} : { releases }),
  };
}
