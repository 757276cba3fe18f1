/** Names of the options of choices in the request sheet of a notice. */
import { useTranslation } from 'react-i18next';
import type { FieldName } from './state';

export function useOptionWords(): (field: FieldName) => (option: string) => string {
  const { t } = useTranslation();
  // The options come from the server as text. Those of each group are checked where their words stand (words/fields.en.ts).
  const words: Partial<Record<FieldName, (option: string) => string>> = {
    language: (one) => t(`noticeLanguage/${one as 'en'}`),
    cautions: (one) => t(`noticeCaution/${one as 'armed'}`),
    diffusion_reason: (one) => t(`diffusionReason/${one as 'access'}`),
    diffusion_aim: (one) => t(`diffusionAim/${one as 'arrest'}`),
    assets: (one) => t(`noticeAsset/${one as 'account'}`),
    person_status: (one) => t(`personStatus/${one as 'suspect'}`),
    sought: (one) => t(`noticeSought/${one as 'place'}`),
    assessment_grounds: (one) => t(`assessmentGround/${one as 'grounds'}`),
    threat_from: (one) => t(`threatSource/${one as 'person'}`),
    method_aim: (one) => t(`methodAim/${one as 'warn'}`),
    asset_measures: (one) => t(`assetMeasure/${one as 'locate'}`),
    asset_aim: (one) => t(`assetAim/${one as 'civil'}`),
    measures: (one) => t(`noticeMeasure/${one as 'freeze'}`),
  };
  return (field) => words[field] ?? ((option) => option);
}
