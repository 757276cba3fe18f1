/** Names of the options of choices in the request sheet of a notice. */
import { useTranslation } from 'react-i18next';
import type { FieldName } from './state';

const GROUPS = {
  language: 'noticeLanguage',
  cautions: 'noticeCaution',
  diffusion_reason: 'diffusionReason',
  diffusion_aim: 'diffusionAim',
  assets: 'noticeAsset',
  measures: 'noticeMeasure',
} as const;

export function useOptionWords(): (field: FieldName) => (option: string) => string {
  const { t } = useTranslation();
  return (field) => (option) => {
    const group = field in GROUPS ? GROUPS[field as keyof typeof GROUPS] : null;
    // The words of each group are checked where they stand (words.en.ts).
    return group === null ? option : t(`${group}/${option}` as 'noticeAsset/account');
  };
}
