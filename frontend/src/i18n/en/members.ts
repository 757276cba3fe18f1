export const members = {
  members: {
    title: 'Members',
    help: 'Who sits in the team, for whom, in which role. A seat is proposed by the coordinator and confirmed by a leader of that very party.',
    noParty: 'Whole team', nobody: 'Nobody sits for this party yet.',
    seat: 'Seat', person: 'Person', authority: 'Authority', roles: 'Roles', function: 'Function', state: 'State',
    proposed: 'proposed', seated: 'seated', ended: 'ended', you: 'you',
    suspended: 'suspended', left: 'left the team',
    confirm: 'Confirm', confirmOf: 'Confirm seat {{code}}', confirmTitle: 'Confirm seat {{code}}', confirmHelp: '{{name}} will sit for {{party}} as {{roles}} and see what that role may see. The confirmation stands in the ledger under your seat.', confirmed: 'Seat {{code}} confirmed',
    byCode: 'Takes the seat with a one-time code', byLeader: 'A leader of the party confirms it',
    propose: 'Propose a seat', proposeHelp: 'A leader of the party confirms it. The first leader of a party gets a one-time code instead.',
    party: 'Party', email: 'E-mail of the account', name: 'Name', nameHelp: 'Left out: the name of the account.',
    needEmail: 'Enter an e-mail address.', needRoles: 'Choose a role.', needAuthority: 'Choose the authority.', auditorAlone: 'An auditor holds no other role.',
    judicial: 'judicial', police: 'police', technical: 'technical',
    done: 'Seat {{code}} proposed', doneHelp: 'It appears with the leaders of the party as something that waits for them.',
    codeTitle: 'One-time code for seat {{code}}', codeHelp: 'It is shown once and never again. Hand it over outside this system; whoever signs in as {{email}} takes the seat with it.', copyCode: 'Copy the code', codeNoted: 'I have handed it over or noted it',
  },
};
