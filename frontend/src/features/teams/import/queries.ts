/** Members from a CSV file: preview, import, and the confirmation of many proposals at once. */
import { confirmMembers, importMembers, previewMemberImport } from '@/api/generated/sdk.gen';
import type {
  ConfirmationView,
  ImportedMemberView,
  MemberImportPreviewView,
  WantedConfirmation,
} from '@/api/generated/types.gen';

export type {
  ConfirmationView,
  ImportedMemberView,
  MemberImportPreviewView,
  MemberRowView,
} from '@/api/generated/types.gen';

export async function preview(jit: string, csv: string): Promise<MemberImportPreviewView> {
  return (await previewMemberImport({ path: { jit }, body: { csv }, throwOnError: true })).data;
}

export async function importAll(jit: string, csv: string): Promise<ImportedMemberView[]> {
  return (await importMembers({ path: { jit }, body: { csv }, throwOnError: true })).data.items;
}

export async function confirmAll(jit: string, members: WantedConfirmation[]): Promise<ConfirmationView[]> {
  return (await confirmMembers({ path: { jit }, body: { members }, throwOnError: true })).data.items;
}
