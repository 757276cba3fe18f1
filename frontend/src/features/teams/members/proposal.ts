/** The form of a proposed member: values and errors. Pure. */
import type { MemberForm, PartyView } from '@/api/views';

export type Role = MemberForm['roles'][number];
export type Draft = {
  party: string;
  authority: string | null;
  email: string;
  name: string;
  roles: Role[];
  function: MemberForm['function'];
};
export type Fault =
  'members/needEmail' | 'members/needName' | 'members/needRoles' | 'members/needAuthority' | 'members/auditorAlone';
export type Faults = Partial<Record<'email' | 'name' | 'roles' | 'authority', Fault>>;

/** The value of the party field for the auditor of the whole team, who belongs to no party. */
export const WHOLE = '*';
export const ROLES: readonly Role[] = [
  'leader',
  'member',
  'administrator',
  'coordinator',
  'participant',
  'liaison',
  'expert',
  'interpreter',
  'auditor',
];
/** Roles that act on other parties: only a coordinator proposes them. */
export const OF_COORDINATOR: ReadonlySet<Role> = new Set(['administrator', 'coordinator']);
export const FUNCTIONS: readonly MemberForm['function'][] = ['judicial', 'police', 'technical'];

/** Suggested values for a party: its only authority, and the role of leader while it has none. */
export const defaultsFor = (party: PartyView | undefined): Pick<Draft, 'party' | 'authority' | 'roles'> => ({
  party: party?.code ?? WHOLE,
  authority: party?.authorities.length === 1 ? (party.authorities[0]?.code ?? null) : null,
  roles: party && !party.has_leader ? ['leader'] : [],
});

export function faultsOf(draft: Draft): Faults {
  const faults: Faults = {};
  if (!/^[^@\s]+@[^@\s]+$/.test(draft.email.trim())) faults.email = 'members/needEmail';
  if (!draft.name.trim()) faults.name = 'members/needName';
  const roles = rolesOf(draft);
  const fault = rolesFault(roles);
  if (fault) faults.roles = fault;
  if (draft.party !== WHOLE && !draft.authority) faults.authority = 'members/needAuthority';
  return faults;
}

export function rolesFault(roles: readonly Role[]): Fault | null {
  if (roles.length === 0) return 'members/needRoles';
  return roles.includes('auditor') && roles.length > 1 ? 'members/auditorAlone' : null;
}

function rolesOf({ party, roles }: Draft): Role[] {
  return party === WHOLE ? ['auditor'] : roles;
}

export function formOf(draft: Draft): MemberForm {
  const whole = draft.party === WHOLE;
  return {
    party: whole ? null : draft.party,
    authority: whole ? null : draft.authority,
    email: draft.email.trim(),
    name: draft.name.trim(),
    roles: rolesOf(draft),
    function: draft.function,
  };
}
