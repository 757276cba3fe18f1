/** Administration by an operator: accounts, invitations, storage, settings, and the log of the operators' acts. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  inviteAccount,
  listAccounts,
  listInvitations,
  listOperatorActs,
  listStorage,
  readConfiguration,
  readInstallationHealth,
  reissueAccountCode,
  setFoundingRight,
  testMail,
  testStorage,
  withdrawAccountInvitation,
} from '@/api/generated/sdk.gen';
import type {
  AccountInvitationForm,
  IssuedInvitationView,
  MailTestView,
  ManagedAccountView,
  StorageTestView,
} from '@/api/generated/types.gen';

export type {
  AccountInvitationForm,
  AccountInvitationView,
  ConfigurationView,
  IssuedInvitationView,
  ManagedAccountView,
  OperatorActView,
  PartHealthView,
  SettingView,
  TeamStorageView,
} from '@/api/generated/types.gen';

export type AccountState = ManagedAccountView['state'];
export type AccountFilters = { q: string; state: AccountState | null };
export type AccountAct = 'disable' | 'enable' | 'end' | 'grant' | 'revoke';

const LIMIT = 50;
const KEY = 'administration';

/** Queries that an act of an operator can make stale. */
export const administrationKey = [KEY] as const;

export const accountsQuery = ({ q, state }: AccountFilters) =>
  infiniteQueryOptions({
    queryKey: [KEY, 'accounts', q, state] as const,
    queryFn: async ({ pageParam, signal }) => {
      const narrowed = {
        ...(q ? { q } : {}),
        ...(state ? { state } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      };
      return (await listAccounts({ query: { limit: LIMIT, ...narrowed }, signal, throwOnError: true })).data;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

export const actsQuery = () =>
  infiniteQueryOptions({
    queryKey: [KEY, 'acts'] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listOperatorActs({
          query: { limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

export const invitationsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'invitations'] as const,
    queryFn: async ({ signal }) => (await listInvitations({ signal, throwOnError: true })).data,
  });

export const storageQuery = () =>
  queryOptions({
    queryKey: [KEY, 'storage'] as const,
    queryFn: async ({ signal }) => (await listStorage({ signal, throwOnError: true })).data,
  });

export const healthQuery = () =>
  queryOptions({
    queryKey: [KEY, 'health'] as const,
    queryFn: async ({ signal }) => (await readInstallationHealth({ signal, throwOnError: true })).data,
    refetchInterval: 10_000,
  });

export const configurationQuery = () =>
  queryOptions({
    queryKey: [KEY, 'configuration'] as const,
    queryFn: async ({ signal }) => (await readConfiguration({ signal, throwOnError: true })).data,
  });

export async function act(on: ManagedAccountView, what: AccountAct): Promise<ManagedAccountView> {
  const path = { path: { account: on.id }, throwOnError: true as const };
  switch (what) {
    case 'disable':
      return (await disableAccount(path)).data;
    case 'enable':
      return (await enableAccount(path)).data;
    case 'end':
      return (await endAccountSessions(path)).data;
    case 'grant':
    case 'revoke':
      return (await setFoundingRight({ ...path, body: { may_found: what === 'grant' } })).data;
  }
}

export async function invite(body: AccountInvitationForm): Promise<IssuedInvitationView> {
  return (await inviteAccount({ body, throwOnError: true })).data;
}

export async function anotherAccountCode(invitation: string): Promise<IssuedInvitationView> {
  return (await reissueAccountCode({ path: { invitation }, throwOnError: true })).data;
}

export async function withdrawInvitation(invitation: string): Promise<void> {
  await withdrawAccountInvitation({ path: { invitation }, throwOnError: true });
}

export async function tryMail(): Promise<MailTestView> {
  return (await testMail({ throwOnError: true })).data;
}

export async function tryStorage(): Promise<StorageTestView> {
  return (await testStorage({ throwOnError: true })).data;
}
