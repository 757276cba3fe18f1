/** Colours, states and fields of INTERPOL notices, as the screens order them. Pure. */
import type { StateTone } from '@/components/text/StateTag';
import type { NoticeContentView, NoticeColour, NoticeState, NoticeView, PossibleNoticeMoveView } from './queries';

export const KINDS = [
  'RED',
  'BLUE',
  'GREEN',
  'YELLOW',
  'BLACK',
  'ORANGE',
  'PURPLE',
  'SILVER',
  'UNSC_SPECIAL',
] as const satisfies readonly NoticeColour[];

const TONES: Record<NoticeState, StateTone> = {
  draft: 'plain',
  checked: 'accent',
  with_ncb: 'accent',
  under_review: 'warn',
  published: 'good',
  refused: 'bad',
  hit: 'good',
  withdrawn: 'plain',
  expired: 'plain',
  recalled: 'plain',
};
export const STATES = Object.keys(TONES) as NoticeState[];
export const toneOf = (state: NoticeState): StateTone => TONES[state];

const LIKELY = ['checked', 'with_ncb', 'under_review', 'published'];

/** The move that usually comes next, which gets a button of its own. */
export const likelyMove = ({ moves }: NoticeView): PossibleNoticeMoveView | null =>
  LIKELY.map((to) => moves.find((one) => one.to === to)).find((one) => one !== undefined) ?? null;

/** Missing fields and questions that prevent the checks from being complete. */
export const openPoints = ({ missing, questions }: NoticeView): number =>
  missing.length + questions.filter(({ open }) => open !== null).length;

/** Name of a field of the content. */
export type FieldName = Exclude<keyof NoticeContentView, 'updated_at' | 'version' | 'erased'>;
export type FieldType = 'line' | 'text' | 'day' | 'countries' | 'languages' | 'yesNo' | 'choice' | 'choices';
export type SectionName = 'head' | 'subject' | 'case';

/**
 * A field of the request sheet.
 *
 * `shown`: the colours to which it belongs, all without it. `needed`: the colours whose checks need it. `diffusion`: only
 * diffusions have it. `options`: of a choice.
 */
export type FieldSpec = {
  name: FieldName;
  type: FieldType;
  shown?: readonly NoticeColour[];
  needed?: readonly NoticeColour[];
  diffusion?: true;
  options?: readonly string[];
};

const PERSONAL: readonly NoticeColour[] = ['RED', 'BLUE', 'GREEN', 'YELLOW', 'SILVER', 'UNSC_SPECIAL'];
/** Their subject may be a person without a known name. */
const UNNAMED: readonly NoticeColour[] = ['BLUE', 'YELLOW'];
const IDENTIFIED: readonly NoticeColour[] = ['RED', 'BLUE', 'GREEN', 'YELLOW', 'SILVER'];
const NAMES: readonly string[] = ['family_name', 'forenames'];
const of = (...kinds: NoticeColour[]) => ({ shown: kinds, needed: kinds });

export const SECTIONS: Record<SectionName, readonly FieldSpec[]> = {
  head: [
    { name: 'ncb', type: 'line', needed: KINDS },
    { name: 'authority', type: 'line', needed: KINDS },
    { name: 'reference', type: 'line', needed: KINDS },
    { name: 'language', type: 'choice', options: ['en', 'fr', 'es', 'ar'], needed: KINDS },
    { name: 'purpose', type: 'text', needed: KINDS },
    { name: 'review_on', type: 'day', needed: KINDS },
    { name: 'recipients', type: 'countries' },
    {
      name: 'diffusion_reason',
      type: 'choice',
      options: ['recipients', 'access', 'no_notice'],
      needed: KINDS,
      diffusion: true,
    },
    {
      name: 'diffusion_aim',
      type: 'choice',
      options: ['arrest', 'locate', 'information', 'identify', 'warn', 'inform'],
      needed: KINDS,
      diffusion: true,
    },
    { name: 'cautions', type: 'choices', options: ['armed', 'violent', 'escape', 'ill', 'suicidal'] },
    { name: 'is_public', type: 'yesNo' },
    { name: 'ncb_reference', type: 'line' },
    { name: 'interpol_reference', type: 'line' },
  ],
  subject: [
    { name: 'is_unidentified', type: 'yesNo', shown: UNNAMED },
    { name: 'family_name', type: 'line', needed: PERSONAL },
    { name: 'forenames', type: 'line', needed: PERSONAL },
    { name: 'sex', type: 'line', needed: IDENTIFIED },
    { name: 'birth_date', type: 'line', needed: IDENTIFIED },
    { name: 'birth_place', type: 'line' },
    { name: 'nationalities', type: 'countries' },
    { name: 'languages', type: 'languages' },
    { name: 'description', type: 'text' },
    { name: 'identity_documents', type: 'text' },
    { name: 'guardian', type: 'line', shown: ['YELLOW'] },
  ],
  case: [
    { name: 'facts', type: 'text', needed: ['RED', 'BLUE', 'GREEN', 'YELLOW', 'BLACK', 'ORANGE', 'PURPLE'] },
    { name: 'charge', type: 'text', ...of('RED') },
    { name: 'law', type: 'text', ...of('RED') },
    { name: 'penalty', type: 'line', ...of('RED') },
    { name: 'warrant', type: 'line', ...of('RED') },
    { name: 'extradition_countries', type: 'countries', ...of('RED') },
    { name: 'questions', type: 'text', ...of('BLUE') },
    { name: 'assessment', type: 'text', ...of('GREEN', 'ORANGE') },
    { name: 'place', type: 'text', ...of('BLACK', 'ORANGE', 'PURPLE') },
    { name: 'method', type: 'text', ...of('PURPLE') },
    { name: 'assets', type: 'choices', options: ['property', 'vehicle', 'account', 'business'], ...of('SILVER') },
    { name: 'asset_link', type: 'text', ...of('SILVER') },
    { name: 'listing', type: 'line', ...of('UNSC_SPECIAL') },
    { name: 'measures', type: 'choices', options: ['freeze', 'travel', 'arms'], ...of('UNSC_SPECIAL') },
  ],
};

/** The fields that a notice of this colour has. */
export const fieldsOf = (section: SectionName, kind: NoticeColour, isDiffusion: boolean): FieldSpec[] =>
  SECTIONS[section].filter(({ shown, diffusion }) => (!shown || shown.includes(kind)) && (!diffusion || isDiffusion));

/** `isUnidentified`: the member states that the person has no known name. */
export function isNeeded(
  { name, needed }: FieldSpec,
  kind: NoticeColour,
  isDiffusion: boolean,
  isUnidentified: boolean,
): boolean {
  if (isUnidentified && UNNAMED.includes(kind) && NAMES.includes(name)) return false;
  if (isUnidentified && kind === 'BLUE' && (name === 'sex' || name === 'birth_date')) return false;
  return (needed?.includes(kind) ?? false) || (name === 'recipients' && isDiffusion);
}

/** These change until the notice ends; all others only in a draft. */
export const LATER: readonly FieldName[] = ['ncb_reference', 'interpol_reference', 'review_on'];
