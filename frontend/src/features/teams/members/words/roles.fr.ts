export const roleChange = {
  roleChange: {
    change: 'Modifier les rôles',
    title: 'Rôles de {{code}}',
    help: '{{name}} reste membre sous le même code. Le journal d’audit indique les anciens et les nouveaux rôles.',
    second:
      'Un autre responsable de la partie confirme la proposition. Personne ne confirme sa propre proposition ni ses propres rôles.',
    why: 'Motif (visible par la partie)',
    needOther: 'Choisissez d’autres rôles que les rôles actuels.',
    propose: 'Proposer les rôles',
    proposed: 'Rôles de {{code}} proposés',
    waits: 'Proposé : {{roles}}',
    review: 'Examiner',
    confirmOf: 'Examiner les rôles de {{code}}',
    confirmTitle: 'Confirmer les rôles de {{code}}',
    confirmHelp:
      '{{name}} agit aussitôt selon les nouveaux rôles. Les accès que seuls les anciens rôles donnent prennent fin.',
    because: 'Proposé par {{member}} : {{reason}}',
    confirm: 'Confirmer les rôles',
    confirmed: 'Rôles de {{code}} modifiés',
    withdraw: 'Retirer',
    withdrawOf: 'Retirer les rôles proposés pour {{code}}',
    withdrawTitle: 'Retirer les rôles proposés pour {{code}}',
    withdrawHelp: '{{name}} garde les rôles actuels.',
    withdrawn: 'Proposition pour {{code}} retirée',
  },
};
