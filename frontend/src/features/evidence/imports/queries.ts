/** A CASE document made by others: looked at, then imported as it was shown. */
import { importCase, previewImport } from '@/api/generated/sdk.gen';
import type { ImportedView, ImportForm, ImportPreviewView } from '@/api/views';

export async function look(jit: string, body: ImportForm): Promise<ImportPreviewView> {
  return (await previewImport({ path: { jit }, body, throwOnError: true })).data;
}

export async function take(jit: string, body: ImportForm, token: string): Promise<ImportedView> {
  return (await importCase({ path: { jit }, body: { ...body, token }, throwOnError: true })).data;
}
