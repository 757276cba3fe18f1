/** A request whose content is changed: its values, and the changes for the server. Pure. */
import type { RequestChangeForm, RequestView } from '@/features/requests/request/queries';
import { at, blank, itemOf, itemValues, local, some, type ItemValues, type Values } from './draft';

const TEXTS = [
  'title',
  'authority',
  'reference',
  'counterpart_reference',
  'facts',
  'offence',
  'legal_basis',
  'purpose',
  'confidentiality',
  'conditions',
  'issuing_authority',
  'validating_authority',
] as const;

/** The content and the items as the form shows them. Items that were answered or have a deadline stay as they are. */
export function valuesOf(request: RequestView, zone: string): Values {
  const { content } = request;
  const values: Values = {
    ...blank(),
    instrument: request.instrument,
    country: (request.to ?? request.from)?.country ?? null,
    language: content?.language ?? null,
    zone: content?.zone ?? '',
    received_at: local(content?.received_at ?? null, zone),
    items: request.items.map((one) => ({
      ...itemValues(one, zone),
      id: one.id,
      fixed:
        one.state !== 'open' ||
        request.clocks.some(({ item }) => item === one.id) ||
        request.results.some(({ item }) => item === one.id),
    })),
  };
  for (const name of TEXTS) values[name] = textOf(request, name) ?? '';
  return values;
}

const textOf = (request: RequestView, name: (typeof TEXTS)[number]): string | null =>
  name === 'authority' ? ((request.to ?? request.from)?.authority ?? null) : (request.content?.[name] ?? null);

const same = (one: ItemValues, other: ItemValues) => {
  const kept = (each: ItemValues) => JSON.stringify({ ...each, key: '', fixed: null, doubtful: null, proposed: '' });
  return kept(one) === kept(other);
};

/** What differs from the request, and the places of the items that are added. A changed item is removed and added. */
export function changesOf(
  request: RequestView,
  values: Values,
  zone: string,
): { body: RequestChangeForm; added: number[]; none: boolean } {
  const before = valuesOf(request, zone);
  const kept = (one: ItemValues) => before.items.some((other) => other.id === one.id && same(one, other));
  const added = values.items.flatMap((one, place) => (kept(one) ? [] : [place]));
  const removed = before.items.flatMap(({ id }) =>
    id !== undefined && !values.items.some((one) => one.id === id && kept(one)) ? [id] : [],
  );
  const texts = TEXTS.filter((name) => some(values[name]) !== textOf(request, name));
  const body: RequestChangeForm = {
    ...Object.fromEntries(texts.map((name) => [name, some(values[name])])),
    ...(values.authority_confirmed && texts.includes('authority') ? { authority_confirmed: true } : {}),
    ...(values.language === (request.content?.language ?? null) ? {} : { language: values.language }),
    ...(values.zone === request.content?.zone ? {} : { zone: values.zone }),
    ...(values.received_at === before.received_at ? {} : { received_at: at(values.received_at, zone) }),
    ...(added.length > 0 ? { add_items: values.items.flatMap((one) => (kept(one) ? [] : [itemOf(one, zone)])) } : {}),
    ...(removed.length > 0 ? { remove_items: removed } : {}),
  };
  return { body, added, none: Object.keys(body).length === 0 };
}

/** The field of the form that shows what the server says of a change. */
export function placeOfChange(field: string, added: readonly number[]): string {
  const [name = '', index = '', ...rest] = field.split('.');
  if (name === 'add_items' && index !== '' && rest.length > 0)
    return ['items', String(added[Number(index)] ?? index), ...rest].join('.');
  return name === 'add_items' || name === 'remove_items' ? 'items' : name;
}
