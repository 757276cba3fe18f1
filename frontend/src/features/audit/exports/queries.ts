/** Export packages: available profiles, preview, request and cancellation. */
import { queryOptions } from '@tanstack/react-query';
import { listOffersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { idempotent } from '@/api/headers';
import { cancelExport, previewExport, requestExport } from '@/api/generated/sdk.gen';
import type { OfferView, PackageFilesView, PreviewView, RequestExportData } from '@/api/generated/types.gen';
import type { ExportView, Purpose } from '@/api/views';

export type ExportForm = RequestExportData['body'];
export type Profile = ExportView['profile'];
export type { OfferView, PackageFilesView, PreviewView };

export const underWay = ({ state }: Pick<ExportView, 'state'>) => state === 'queued' || state === 'running';

export const offersQuery = (jit: string) =>
  queryOptions({
    ...listOffersOptions({ path: { jit } }),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });

/** Originals that a package would include: for which purpose, and the language of the reasons for missing ones. */
export type FilesFor = { files_for: Purpose; language: 'en' | 'fr' };

/** `files`: the preview also lists originals. */
export const previewQuery = (jit: string, form: ExportForm | null, files: FilesFor | null = null) =>
  queryOptions({
    enabled: form !== null,
    queryKey: [{ _id: 'previewExport', path: { jit }, form, files }] as const,
    queryFn: async ({ signal }) =>
      form
        ? (await previewExport({ path: { jit }, query: files ?? {}, body: form, signal, throwOnError: true })).data
        : null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** `key`: the idempotency key; the same package requested again under it, for example by a double click, is made once. */
export async function requestBundle(jit: string, body: ExportForm, key: string): Promise<ExportView> {
  return (await requestExport({ path: { jit }, body, headers: idempotent(key), throwOnError: true })).data;
}

export async function callOff(jit: string, bundle: string): Promise<ExportView> {
  return (await cancelExport({ path: { jit, export: bundle }, throwOnError: true })).data;
}
