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
export type FieldType =
  'line' | 'text' | 'number' | 'day' | 'names' | 'countries' | 'languages' | 'yesNo' | 'choice' | 'choices';
export type SectionName = 'head' | 'subject' | 'case';

/**
 * A field of the request sheet. Whether a notice needs it is for the server to say (useNeeded.ts).
 *
 * `shown`: the colours to which it belongs, all without it. `diffusion`: only diffusions have it. `options`: of a choice.
 * `most`: largest number.
 */
export type FieldSpec = {
  name: FieldName;
  type: FieldType;
  shown?: readonly NoticeColour[];
  diffusion?: true;
  options?: readonly string[];
  most?: number;
};

const of = (...kinds: NoticeColour[]) => ({ shown: kinds });

export const SECTIONS: Record<SectionName, readonly FieldSpec[]> = {
  head: [
    { name: 'ncb', type: 'line' },
    { name: 'authority', type: 'line' },
    { name: 'reference', type: 'line' },
    { name: 'language', type: 'choice', options: ['en', 'fr', 'es', 'ar'] },
    { name: 'purpose', type: 'text' },
    { name: 'review_on', type: 'day' },
    { name: 'recipients', type: 'countries' },
    { name: 'diffusion_reason', type: 'choice', options: ['recipients', 'access', 'no_notice'], diffusion: true },
    {
      name: 'diffusion_aim',
      type: 'choice',
      options: ['arrest', 'locate', 'information', 'identify', 'warn', 'inform'],
      diffusion: true,
    },
    { name: 'cautions', type: 'choices', options: ['armed', 'violent', 'escape', 'ill', 'suicidal'] },
    { name: 'is_public', type: 'yesNo' },
    { name: 'ncb_reference', type: 'line' },
    { name: 'interpol_reference', type: 'line' },
  ],
  subject: [
    { name: 'is_unidentified', type: 'yesNo', ...of('BLUE', 'YELLOW') },
    { name: 'family_name', type: 'line' },
    { name: 'forenames', type: 'line' },
    { name: 'aliases', type: 'names' },
    { name: 'sex', type: 'line' },
    { name: 'birth_date', type: 'line' },
    { name: 'birth_place', type: 'line' },
    { name: 'nationalities', type: 'countries' },
    { name: 'parents', type: 'text' },
    { name: 'languages', type: 'languages' },
    { name: 'description', type: 'text' },
    { name: 'identity_documents', type: 'text' },
    { name: 'other_identifiers', type: 'text', ...of('UNSC_SPECIAL') },
    {
      name: 'person_status',
      type: 'choice',
      options: ['convicted', 'charged', 'suspect', 'witness', 'victim'],
      ...of('BLUE'),
    },
    { name: 'is_child', type: 'yesNo', ...of('YELLOW') },
    { name: 'guardian', type: 'line', ...of('YELLOW') },
    { name: 'is_publication_allowed', type: 'yesNo', ...of('YELLOW') },
  ],
  case: [
    { name: 'is_reported', type: 'yesNo', ...of('YELLOW') },
    { name: 'threat_from', type: 'choices', options: ['person', 'object'], ...of('ORANGE') },
    { name: 'object_data', type: 'text', ...of('ORANGE') },
    { name: 'facts', type: 'text' },
    { name: 'charge', type: 'text', ...of('RED') },
    { name: 'law', type: 'text', ...of('RED') },
    { name: 'max_penalty_years', type: 'number', most: 99, ...of('RED') },
    { name: 'sentence_months', type: 'number', most: 1200, ...of('RED') },
    { name: 'is_exceptional', type: 'yesNo', ...of('RED') },
    { name: 'exception_reason', type: 'text', ...of('RED') },
    { name: 'penalty', type: 'line', ...of('RED') },
    { name: 'warrant', type: 'line', ...of('RED') },
    { name: 'extradition_countries', type: 'countries', ...of('RED') },
    { name: 'sought', type: 'choices', options: ['record', 'place', 'identity'], ...of('BLUE') },
    { name: 'questions', type: 'text', ...of('BLUE') },
    { name: 'assessment', type: 'text', ...of('GREEN', 'ORANGE') },
    { name: 'assessment_author', type: 'line', ...of('GREEN', 'ORANGE') },
    { name: 'assessment_grounds', type: 'choices', options: ['convictions', 'grounds'], ...of('GREEN') },
    { name: 'assessment_basis', type: 'text', ...of('ORANGE') },
    { name: 'place', type: 'text', ...of('BLACK', 'ORANGE', 'PURPLE') },
    { name: 'method', type: 'text', ...of('PURPLE') },
    { name: 'method_aim', type: 'choice', options: ['warn', 'ask'], ...of('PURPLE') },
    { name: 'assets', type: 'choices', options: ['property', 'vehicle', 'account', 'business'], ...of('SILVER') },
    {
      name: 'asset_measures',
      type: 'choices',
      options: ['locate', 'identify', 'information', 'monitor'],
      ...of('SILVER'),
    },
    { name: 'asset_aim', type: 'choice', options: ['criminal', 'civil'], ...of('SILVER') },
    { name: 'asset_link', type: 'text', ...of('SILVER') },
    { name: 'regime', type: 'line', ...of('UNSC_SPECIAL') },
    { name: 'listing', type: 'line', ...of('UNSC_SPECIAL') },
    { name: 'measures', type: 'choices', options: ['freeze', 'travel', 'arms'], ...of('UNSC_SPECIAL') },
  ],
};

/** The fields that a notice of this colour has. */
export const fieldsOf = (section: SectionName, kind: NoticeColour, isDiffusion: boolean): FieldSpec[] =>
  SECTIONS[section].filter(({ shown, diffusion }) => (!shown || shown.includes(kind)) && (!diffusion || isDiffusion));

/** These change until the notice ends; all others only in a draft. */
export const LATER: readonly FieldName[] = ['ncb_reference', 'interpol_reference', 'review_on'];
