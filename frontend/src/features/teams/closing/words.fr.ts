import type { closing as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** La fin d’une équipe. */
export const closing = {
  closing: {
    banner: 'Cette équipe est close : son registre a reçu sa dernière inscription. Elle peut être consultée ; plus rien n’y est inscrit.',
    state: 'close', title: 'Fin de l’équipe', asking: 'Demande de l’état de la clôture',
    help: 'Après la phase du procès, un administrateur déclare la clôture, un responsable de chaque partie y consent, et rien ne doit attendre qui ne puisse être interrompu. Les scellés sont effacés auparavant, avec leurs certificats.',
    declare: 'Déclarer la clôture', agree: 'Consentir pour la partie', withdraw: 'Y renoncer', close: 'Clore l’équipe définitivement',
    declareHelp: 'Un responsable de chaque partie y consent d’abord. Rien n’est clos par là : le travail se poursuit jusqu’à la dernière inscription.',
    withdrawHelp: 'L’équipe n’est pas close. Les consentements donnés sont caducs.',
    agreeHelp: 'Vous consentez pour {{party}} à la clôture de l’équipe. Avec la dernière inscription, une archive de ce que votre partie peut lire est établie en votre nom ; c’est le dernier dossier de cette équipe.',
    closeHelp: 'Le registre reçoit ainsi sa dernière inscription. Ensuite, plus rien n’est ouvert, communiqué, versé, exporté ni rectifié, par personne ; l’archive de chaque partie est établie, et l’équipe reste consultable. C’est irrévocable.',
    typeReference: 'Saisissez {{reference}} pour confirmer', needReference: 'Saisissez la référence de l’équipe telle qu’elle s’écrit.',
    declared: 'La clôture est déclarée', withdrawn: 'L’équipe n’est pas close', agreed: 'Vous avez consenti pour votre partie', done: 'L’équipe est close',
    declaredBy: 'Déclarée par {{seat}} ({{clause}}) : {{reason}}', closedBy: 'Close par {{seat}} ({{clause}})', lastEntry: 'Sa dernière inscription se trouve à la position {{position}}. L’archive de chaque partie figure parmi les dossiers de qui a consenti pour elle.',
    agreements: 'Qui consent', agreedBy: '{{seat}} a consenti', notYet: 'pas encore', waits: 'Ce qui ne doit pas être interrompu', nothingWaits: 'Rien de ce que vous pouvez voir n’attend.',
  },
  closingWaits: {
    exhibits_one: '{{count}} scellé non effacé', exhibits_other: '{{count}} scellés non effacés',
    holds_one: '{{count}} conservation judiciaire', holds_other: '{{count}} conservations judiciaires',
    erasures_one: '{{count}} effacement en cours', erasures_other: '{{count}} effacements en cours',
    field_erasures_one: '{{count}} effacement de champs', field_erasures_other: '{{count}} effacements de champs',
    releases_one: '{{count}} communication en attente', releases_other: '{{count}} communications en attente',
    consents_one: '{{count}} demande de consentement', consents_other: '{{count}} demandes de consentement',
    tasks_one: '{{count}} tâche ouverte', tasks_other: '{{count}} tâches ouvertes',
    handovers_one: '{{count}} remise non confirmée', handovers_other: '{{count}} remises non confirmées',
    copies_one: '{{count}} copie réclamée', copies_other: '{{count}} copies réclamées',
    flags_one: '{{count}} signalement non tranché', flags_other: '{{count}} signalements non tranchés',
    emergencies_one: '{{count}} urgence non examinée', emergencies_other: '{{count}} urgences non examinées',
    alerts_one: '{{count}} alerte sans réponse', alerts_other: '{{count}} alertes sans réponse',
    bundles_one: '{{count}} dossier en cours', bundles_other: '{{count}} dossiers en cours',
    operations_one: '{{count}} journée d’action non clôturée', operations_other: '{{count}} journées d’action non clôturées',
    signatures_one: '{{count}} décision qui attend la signature d’une partie', signatures_other: '{{count}} décisions qui attendent la signature d’une partie',
    ways_one: '{{count}} objet restitué ou détruit depuis moins de trente jours', ways_other: '{{count}} objets restitués ou détruits depuis moins de trente jours',
    leavings_one: '{{count}} partie sur le départ', leavings_other: '{{count}} parties sur le départ',
    parties_one: '{{count}} partie suspendue', parties_other: '{{count}} parties suspendues',
  },
} satisfies Translated<typeof source>;
