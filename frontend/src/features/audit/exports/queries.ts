/** Export packages: available profiles, preview, request and cancellation. */
import { queryOptions } from '@tanstack/react-query';
import { listOffersOptions } from '@/api/generated/@tanstack/react-query.gen';
import { idempotent } from '@/api/headers';
import { cancelExport, previewExport, requestExport } from '@/api/generated/sdk.gen';
import type { OfferView, PreviewView, RequestExportData } from '@/api/generated/types.gen';
import type { ExportView } from '@/api/views';

export type ExportForm = RequestExportData['body'];
export type Profile = ExportView['profile'];
export type { OfferView, PreviewView };

export const underWay = ({ state }: Pick<ExportView, 'state'>) => state === 'queued' || state === 'running';

export const offersQuery = (jit: string) =>
  queryOptions({
    ...listOffersOptions({ path: { jit } }),
    select: ({ items }) => items,
    staleTime: 5 * 60_000,
  });

export const previewQuery = (jit: string, form: ExportForm | null) =>
  queryOptions({
    enabled: form !== null,
    queryKey: [{ _id: 'previewExport', path: { jit }, form }] as const,
    queryFn: async ({ signal }) =>
      form ? (await previewExport({ path: { jit }, body: form, signal, throwOnError: true })).data : null,
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
