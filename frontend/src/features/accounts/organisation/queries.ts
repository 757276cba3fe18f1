/** Organisations: as an operator sees them, as their administrators act in them, and the caller's own one. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  acceptRecovery,
  addAccountToOrganisation,
  confirmOrganisationProposal,
  createOrganisation,
  issueRecoveryCode,
  listAccounts,
  listOrganisationActs,
  listOrganisations,
  makeOrganisationProposal,
  nameFirstAdministrators,
  readOrganisationOfMine,
  readOwnOrganisation,
  renameOrganisation,
  stopRecovery,
  withdrawOrganisationProposal,
} from '@/api/generated/sdk.gen';
import type {
  OrganisationView,
  ProposalForm,
  ProposalView,
  RecoveryCodeView,
  RecoveryFormWritable,
} from '@/api/generated/types.gen';

export type {
  OrganisationAccountView,
  OrganisationView,
  OwnOrganisationView,
  ProposalForm,
  ProposalView,
  RecoveryCodeView,
  RunningRecoveryView,
} from '@/api/generated/types.gen';

const KEY = 'organisation';
const LIMIT = 50;
const MOST = 200;

/** Queries that an act on an organisation can make stale. */
export const organisationKey = [KEY] as const;

/** Of an operator. */
export const organisationsQuery = () =>
  queryOptions({
    queryKey: [KEY, 'all'] as const,
    queryFn: async ({ signal }) => (await listOrganisations({ signal, throwOnError: true })).data.items,
  });

/** Active accounts of an organisation, as an operator sees them. */
export const activeAccountsQuery = (organisation: string) =>
  queryOptions({
    queryKey: [KEY, 'accounts', organisation] as const,
    queryFn: async ({ signal }) =>
      (await listAccounts({ query: { organisation, state: 'active', limit: MOST }, signal, throwOnError: true })).data
        .items,
  });

/** The organisation that the caller administers. */
export const ownOrganisationQuery = () =>
  queryOptions({
    queryKey: [KEY, 'own'] as const,
    queryFn: async ({ signal }) => (await readOwnOrganisation({ signal, throwOnError: true })).data,
    refetchInterval: 60_000,
  });

export const organisationActsQuery = () =>
  infiniteQueryOptions({
    queryKey: [KEY, 'acts'] as const,
    queryFn: async ({ pageParam, signal }) =>
      (
        await listOrganisationActs({
          query: { limit: LIMIT, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
          throwOnError: true,
        })
      ).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** The caller's organisation and a running recovery of the caller's account. */
export const organisationOfMineQuery = () =>
  queryOptions({
    queryKey: [KEY, 'mine'] as const,
    queryFn: async ({ signal }) => (await readOrganisationOfMine({ signal, throwOnError: true })).data,
    refetchInterval: 300_000,
  });

export async function create(name: string): Promise<OrganisationView> {
  return (await createOrganisation({ body: { name }, throwOnError: true })).data;
}

export async function rename(organisation: string, name: string): Promise<OrganisationView> {
  return (await renameOrganisation({ path: { organisation }, body: { name }, throwOnError: true })).data;
}

export async function addAccount(organisation: string, account: string): Promise<OrganisationView> {
  return (await addAccountToOrganisation({ path: { organisation, account }, throwOnError: true })).data;
}

export async function nameFirst(organisation: string, administrators: string[]): Promise<OrganisationView> {
  return (await nameFirstAdministrators({ path: { organisation }, body: { administrators }, throwOnError: true })).data;
}

export async function propose(body: ProposalForm): Promise<ProposalView> {
  return (await makeOrganisationProposal({ body, throwOnError: true })).data;
}

export async function confirm(proposal: string): Promise<ProposalView> {
  return (await confirmOrganisationProposal({ path: { proposal }, throwOnError: true })).data;
}

export async function withdraw(proposal: string): Promise<ProposalView> {
  return (await withdrawOrganisationProposal({ path: { proposal }, throwOnError: true })).data;
}

export async function issueCode(proposal: string): Promise<RecoveryCodeView> {
  return (await issueRecoveryCode({ path: { proposal }, throwOnError: true })).data;
}

export async function stop(): Promise<void> {
  await stopRecovery({ throwOnError: true });
}

export async function setNewPassword(body: RecoveryFormWritable): Promise<void> {
  await acceptRecovery({ body, throwOnError: true });
}
