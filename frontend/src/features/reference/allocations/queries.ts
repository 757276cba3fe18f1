/** Allocation tables that the operator imports: networks and domain names with their countries and providers. */
import { listAllocationTablesOptions } from '@/api/generated/@tanstack/react-query.gen';
import { client } from '@/api/generated/client.gen';
import type { AllocationPreviewView, AllocationTableView, TableKind } from '@/api/generated/types.gen';

export type { AllocationPreviewView, AllocationTableView, TableKind } from '@/api/generated/types.gen';

export const tablesQuery = () => listAllocationTablesOptions();

/** The file is sent as it is, because a table can exceed the limit of JSON bodies. */
const csv = (file: File) => ({
  body: file,
  bodySerializer: null,
  headers: { 'Content-Type': 'text/csv' },
  throwOnError: true as const,
});

export async function preview(table: TableKind, file: File): Promise<AllocationPreviewView> {
  const url = '/api/administration/allocations/{table}/preview';
  return (await client.post<{ 200: AllocationPreviewView }, unknown, true>({ url, path: { table }, ...csv(file) }))
    .data;
}

export async function replaceTable(table: TableKind, file: File, source: string): Promise<AllocationTableView> {
  const url = '/api/administration/allocations/{table}/imports';
  return (
    await client.post<{ 200: AllocationTableView }, unknown, true>({
      url,
      path: { table },
      query: { source },
      ...csv(file),
    })
  ).data;
}
