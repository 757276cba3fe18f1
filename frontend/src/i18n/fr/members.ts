import type { members as source } from '../en/members';
import type { Translated } from '../translated';

export const members = {
  members: {
    title: 'Membres',
    help: 'Qui siège dans l’équipe, pour qui, dans quel rôle. Le coordinateur propose un siège ; un chef d’équipe de cette même partie le confirme.',
    noParty: 'Toute l’équipe', nobody: 'Personne ne siège encore pour cette partie.',
    seat: 'Siège', person: 'Personne', authority: 'Autorité', roles: 'Rôles', function: 'Fonction', state: 'État',
    proposed: 'proposé', seated: 'occupé', ended: 'terminé', you: 'vous',
    suspended: 'suspendue', left: 'a quitté l’équipe',
    confirm: 'Confirmer', confirmOf: 'Confirmer le siège {{code}}', confirmTitle: 'Confirmer le siège {{code}}', confirmHelp: '{{name}} siégera pour {{party}} en qualité de {{roles}} et verra ce que ce rôle permet de voir. La confirmation est inscrite au registre sous votre siège.', confirmed: 'Siège {{code}} confirmé',
    byCode: 'Occupe le siège avec un code à usage unique', byLeader: 'Un chef d’équipe de la partie le confirme',
    propose: 'Proposer un siège', proposeHelp: 'Un chef d’équipe de la partie le confirme. Le premier chef d’équipe d’une partie reçoit à la place un code à usage unique.',
    party: 'Partie', email: 'Adresse électronique du compte', name: 'Nom', nameHelp: 'À défaut : le nom du compte.',
    needEmail: 'Indiquez une adresse électronique.', needRoles: 'Choisissez un rôle.', needAuthority: 'Choisissez l’autorité.', auditorAlone: 'Un auditeur n’a pas d’autre rôle.',
    judicial: 'judiciaire', police: 'policière', technical: 'technique',
    done: 'Siège {{code}} proposé', doneHelp: 'Il apparaît chez les chefs d’équipe de la partie parmi ce qui les attend.',
    codeTitle: 'Code à usage unique pour le siège {{code}}', codeHelp: 'Il est montré une fois et plus jamais. Remettez-le hors de ce système ; la personne connectée comme {{email}} occupe le siège avec ce code.', copyCode: 'Copier le code', codeNoted: 'Je l’ai remis ou noté',
  },
} satisfies Translated<typeof source>;
