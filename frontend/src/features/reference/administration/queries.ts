/** Reference data of the deployment, and its administration by an operator. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  addContact,
  changeReferenceValue,
  importReferenceData,
  listCodes,
  listCountries,
  listDirectory,
  listInstruments,
  listProviders,
  listReferenceChanges,
  listTreaties,
  previewReferenceImport,
  recordTestCall,
  verifyReferenceValue,
} from '@/api/generated/sdk.gen';
import type {
  CodeListView,
  ContactView,
  CountryView,
  DirectoryEntry,
  InstrumentView,
  ProviderView,
  ReferenceImportForm,
  ReferenceKind,
  ReferencePreviewForm,
  ReferencePreviewView,
  TestCallForm,
  TreatyView,
  ValueForm,
  VerificationForm,
} from '@/api/generated/types.gen';

export type {
  CodeMeaning,
  ContactRole,
  ContactView,
  DeadlineRuleOutput as DeadlineRule,
  DirectoryEntry,
  InForceOutput as InForce,
  IssuerRuleOutput as IssuerRule,
  LanguageRuleOutput as LanguageRule,
  ReferenceChangeView,
  ReferenceKind,
  ReferencePreviewView,
  TreatyPartyOutput as TreatyParty,
} from '@/api/generated/types.gen';

export type ReferenceRecord = InstrumentView | CountryView | ProviderView | ContactView | TreatyView | CodeListView;
export type Of = { kind: ReferenceKind; key: string; version: number };

const KEY = 'reference';
const LIMIT = 50;

/** Everything that a change of reference data may alter. */
export const referenceKey = [KEY] as const;

const LISTS = {
  instruments: listInstruments,
  countries: listCountries,
  providers: listProviders,
  directory: listDirectory,
  treaties: listTreaties,
  codes: listCodes,
};

export const recordsQuery = (kind: ReferenceKind) =>
  queryOptions({
    queryKey: [KEY, kind] as const,
    queryFn: async ({ signal }): Promise<ReferenceRecord[]> =>
      (await LISTS[kind]({ signal, throwOnError: true })).data.items,
  });

export const changesQuery = (kind: ReferenceKind, key: string) =>
  infiniteQueryOptions({
    queryKey: [KEY, kind, key, 'changes'] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listReferenceChanges({
          path: { kind, key },
          query: { limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

const at = ({ version }: Of) => ({ 'If-Match': `"${String(version)}"` });

export async function changeValue(of: Of, body: ValueForm): Promise<void> {
  await changeReferenceValue({ path: of, headers: at(of), body, throwOnError: true });
}

export async function verifyValue(of: Of, body: VerificationForm): Promise<void> {
  await verifyReferenceValue({ path: of, headers: at(of), body, throwOnError: true });
}

export async function recordTest(of: Of, body: TestCallForm): Promise<void> {
  await recordTestCall({ path: of, headers: at(of), body, throwOnError: true });
}

export async function add(body: DirectoryEntry): Promise<void> {
  await addContact({ body, throwOnError: true });
}

export async function previewImport(body: ReferencePreviewForm): Promise<ReferencePreviewView> {
  return (await previewReferenceImport({ body, throwOnError: true })).data;
}

export async function importPack(body: ReferenceImportForm): Promise<void> {
  await importReferenceData({ body, throwOnError: true });
}

/** Where the browser downloads the records of all kinds. */
export const PACK_FILE = '/api/administration/reference/pack';

/** Where the browser downloads the file of a kind. */
export const fileOf = (kind: ReferenceKind) => `/api/administration/reference/${kind}/file`;
