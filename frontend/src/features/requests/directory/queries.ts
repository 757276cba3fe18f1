/** Contacts, country cards and provider cards of the reference data, as members read them. */
import {
  listCountriesOptions,
  listDirectoryOptions,
  listProvidersOptions,
} from '@/api/generated/@tanstack/react-query.gen';

export type { ContactRole, ContactView, CountryView, ProviderView } from '@/api/generated/types.gen';

const STALE_AFTER = 5 * 60_000;

export const contactsQuery = () => ({ ...listDirectoryOptions(), staleTime: STALE_AFTER });
export const countryCardsQuery = () => ({ ...listCountriesOptions(), staleTime: STALE_AFTER });
export const providerCardsQuery = () => ({ ...listProvidersOptions(), staleTime: STALE_AFTER });
