/** The form of a request as the page reads and saves it, and the links to its documents. */
import { previewConnectorFolderOptions, readRequestFormOptions } from '@/api/generated/@tanstack/react-query.gen';
import { saveRequestForm, sendRequestForm } from '@/api/generated/sdk.gen';
import type { FormDispatchForm, RequestFormView } from '@/api/generated/types.gen';
import type { Purpose } from '@/api/views';
import type { Values } from './values';

export type {
  ConnectorFolderView,
  CountryCheckView,
  FormConditionView,
  FormFieldView,
  FormSectionView,
  RequestFormView,
} from '@/api/generated/types.gen';

export type DocumentLanguage = 'en' | 'fr';

export const formQuery = (jit: string, request: string, language: DocumentLanguage, form?: string) =>
  readRequestFormOptions({ path: { jit, request }, query: { language, ...(form ? { form } : {}) } });

/** The files that the e-CODEX folder would contain. `purpose`: the purpose of downloading its papers. */
export const connectorQuery = (jit: string, request: string, purpose: Purpose, language: DocumentLanguage) =>
  previewConnectorFolderOptions({ path: { jit, request }, query: { purpose, language } });

/** Saves values, which replace the saved ones. `form`: the form for which they are. */
export async function saveForm(
  jit: string,
  request: string,
  language: DocumentLanguage,
  { key, version }: Pick<RequestFormView, 'key' | 'version'>,
  values: Values,
): Promise<RequestFormView> {
  return (
    await saveRequestForm({
      path: { jit, request },
      query: { language },
      headers: { 'If-Match': `"${String(version)}"` },
      body: { form: key, values },
      throwOnError: true,
    })
  ).data;
}

/** Records the dispatch of a form that follows the request, with these values. */
export async function sendForm(
  jit: string,
  request: string,
  language: DocumentLanguage,
  version: number,
  body: FormDispatchForm,
): Promise<RequestFormView> {
  return (
    await sendRequestForm({
      path: { jit, request },
      query: { language },
      headers: { 'If-Match': `"${String(version)}"` },
      body,
      throwOnError: true,
    })
  ).data;
}

export const documentLink = (jit: string, request: string, name: string, query: Record<string, string> = {}) =>
  `/api/jits/${jit}/requests/${request}/${name}?${new URLSearchParams(query).toString()}`;
