/** Instruments and countries that the form of a request offers, from the reference data of the deployment. */
import { listCountriesOptions, listInstrumentsOptions } from '@/api/generated/@tanstack/react-query.gen';

export type { CountryView, InstrumentView } from '@/api/generated/types.gen';

const STALE_AFTER = 5 * 60_000;

export const instrumentsQuery = () => ({ ...listInstrumentsOptions(), staleTime: STALE_AFTER });
export const countriesQuery = () => ({ ...listCountriesOptions(), staleTime: STALE_AFTER });
