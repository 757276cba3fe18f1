import type { members as source } from './members.en';
import type { Translated } from '@/i18n/translated';

export const members = {
  members: {
    title: 'Membres',
    help: 'Qui siège dans l’équipe, pour qui, dans quel rôle. Le coordinateur propose un siège ; un chef d’équipe de cette même partie le confirme.',
    noParty: 'Toute l’équipe', nobody: 'Personne ne siège encore pour cette partie.',
    seat: 'Siège', person: 'Personne', authority: 'Autorité', roles: 'Rôles', function: 'Fonction', state: 'État',
    proposed: 'proposé', seated: 'occupé', ended: 'terminé', you: 'vous',
    suspended: 'suspendue', left: 'a quitté l’équipe',
    confirm: 'Confirmer', confirmOf: 'Confirmer le siège {{code}}', confirmTitle: 'Confirmer le siège {{code}}', confirmName: 'Comparez le nom avec ce que vous savez de cette personne. Le registre et tous les exports la nomment ainsi.', mixed: 'Le nom mêle plusieurs alphabets. Ces lettres ressemblent à d’autres :', confirmThis: 'Confirmer le nom et le siège', confirmHelp: '{{name}} siégera pour {{party}} en qualité de {{roles}} et verra ce que ce rôle permet de voir. La confirmation est inscrite au registre sous votre siège.', confirmed: 'Siège {{code}} confirmé',
    byCode: 'Occupe le siège avec un code à usage unique', byLeader: 'Un chef d’équipe de la partie le confirme',
    propose: 'Proposer un siège', proposeHelp: 'Un chef d’équipe de la partie le confirme. Le premier chef d’équipe d’une partie reçoit à la place un code à usage unique.',
    party: 'Partie', email: 'Adresse électronique du compte', name: 'Nom', nameHelp: 'Prénom et nom. Un chef d’équipe de la partie le confirme ; le registre nomme ainsi la personne.',
    needEmail: 'Indiquez une adresse électronique.', needName: 'Indiquez le nom.', needOtherName: 'Indiquez un autre nom.', needRoles: 'Choisissez un rôle.', needAuthority: 'Choisissez l’autorité.', auditorAlone: 'Un auditeur n’a pas d’autre rôle.',
    actsOf: 'Ce qui peut être fait du siège {{code}}', until: 'jusqu’au', secondedTo: 'détaché auprès de {{party}}', why: 'Pourquoi', sure: 'Je veux mettre fin au siège {{code}}. C’est irréversible ; la personne peut être proposée de nouveau.',
    suspend: 'Suspendre', suspendTitle: 'Suspendre le siège {{code}}', suspendHelp: '{{name}} ne peut plus rien faire ni voir dans cette équipe jusqu’au rétablissement du siège. Ce qui est ouvert sur ses écrans se ferme en une seconde. Votre partie et les auditeurs lisent votre motif.', suspendDone: 'Siège {{code}} suspendu',
    resume: 'Rétablir', resumeTitle: 'Rétablir le siège {{code}}', resumeHelp: '{{name}} peut de nouveau agir depuis ce siège, comme avant.', resumeDone: 'Siège {{code}} rétabli',
    end: 'Mettre fin au siège', endTitle: 'Mettre fin au siège {{code}}', endHelp: '{{name}} quitte l’équipe à l’instant. Ce que le siège a fait reste au registre sous son code.', endDone: 'Siège {{code}} terminé', dropProposal: 'Abandonner la proposition',
    time: 'Fixer le terme', timeTitle: 'Terme du siège {{code}}', timeHelp: 'Le siège de {{name}} prend fin de lui-même quand ce jour est passé.', timeDone: 'Le terme du siège {{code}} est fixé', lastDay: 'Dernier jour', lastDayHelp: 'Le jour entier compte, dans le fuseau {{zone}}.', needDay: 'Choisissez un jour.', endless: 'Il ne prend pas fin de lui-même',
    rename: 'Modifier le nom', renameTitle: 'Nom du siège {{code}}', renameHelp: 'Vous confirmez le nom sous lequel {{name}} agit désormais. Ce que le siège a fait jusqu’ici garde l’ancien nom.', renameDone: 'Nom du siège {{code}} modifié',
    lastLeader: 'C’est le dernier chef d’équipe de votre partie : plus personne ne pourrait décider pour elle. Installez d’abord un autre chef d’équipe.', leftNothing: 'Le siège n’a pas de tâche en cours et aucune de vos communications ne le nomme.',
    leftTasks_one: 'Une tâche en cours reste au siège ; confiez-la à quelqu’un d’autre.', leftTasks_other: '{{count}} tâches en cours restent au siège ; confiez-les à quelqu’un d’autre.', leftReleases_one: 'Une communication nomme ce siège.', leftReleases_other: '{{count}} communications nomment ce siège.',
    clause: 'Clause de l’accord', needClause: 'Nommez la clause qui le prévoit.', partyWhy: 'Pourquoi, pour toute l’équipe', seatsStop_one: 'Un siège cesse d’agir à l’instant.', seatsStop_other: '{{count}} sièges cessent d’agir à l’instant.',
    suspendParty: 'Suspendre la partie', suspendPartyTitle: 'Suspendre : {{party}}', suspendPartyHelp: 'Nul siège de cette partie ({{party}}) ne peut plus rien faire ni voir dans l’équipe jusqu’à son rétablissement. Ce qu’elle a apporté et ce qui lui a été communiqué restent en l’état.', suspendPartyDone: 'Partie suspendue : {{party}}',
    resumeParty: 'Rétablir la partie', resumePartyTitle: 'Rétablir : {{party}}', resumePartyHelp: 'Les sièges de cette partie ({{party}}) agissent de nouveau comme avant.', resumePartyDone: 'Partie rétablie : {{party}}',
    judicial: 'judiciaire', police: 'policière', technical: 'technique',
    done: 'Siège {{code}} proposé', doneHelp: 'Il apparaît chez les chefs d’équipe de la partie parmi ce qui les attend.',
    codeTitle: 'Code à usage unique pour le siège {{code}}', codeHelp: 'Il est montré une fois et plus jamais. Remettez-le hors de ce système ; la personne connectée comme {{email}} occupe le siège avec ce code.', copyCode: 'Copier le code', codeNoted: 'Je l’ai remis ou noté',
  },
} satisfies Translated<typeof source>;
