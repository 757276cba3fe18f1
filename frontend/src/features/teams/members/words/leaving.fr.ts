import type { leaving as source } from './leaving.en';
import type { Translated } from '@/i18n/translated';

/** Une partie qui quitte l’équipe. */
export const leaving = {
  becomes: { stay: 'Demeure', freeze: 'Est gelé', withdraw: 'Est retiré' },
  leavingContributed: {
    stay: 'Demeure : qui l’a reçu le garde tel que communiqué. Plus personne ne décide pour {{party}}.',
    freeze: 'Est gelé : plus personne d’autre ne l’ouvre ni ne l’emporte. Il reste inscrit là où il était connu, avec son historique.',
    withdraw: 'Est retiré : plus personne d’autre ne l’ouvre, qui en a pris copie est interrogé sur ce qu’elle est devenue, et les juridictions qui l’ont reçu en sont averties.',
  },
  leavingReceived: {
    stay: 'Les communications à {{party}} prennent fin. Les copies qu’elle a prises lui restent, aux conditions auxquelles elle les a prises.',
    freeze: 'Les communications à {{party}} prennent fin, et elle est interrogée sur chaque copie prise. Ce qu’elle a versé aux procédures demeure.',
    withdraw: 'Les communications à {{party}} sont rappelées, elle est interrogée sur chaque copie prise, et ses versements aux procédures sont rappelés.',
  },
  leaving: {
    agree: 'Départ : ce que dit l’accord', agreeTitle: 'Ce que dit l’accord d’une partie qui quitte l’équipe', agreeNow: 'Inscrire la clause', agreed: 'La clause est inscrite',
    agreeHelp: 'Elle vaut pour ce qui est déclaré désormais. Pour chaque partie compte la dernière clause qui la nomme, sinon la dernière qui vaut pour toutes.',
    forWhom: 'Pour quelle partie', anyParty: 'Toute partie', theParty: 'la partie', contributed: 'Ce qu’elle a versé', received: 'Ce qu’elle a reçu',
    leave: 'Quitter l’équipe', leaveTitle: '{{party}} quitte l’équipe', leaveNow: 'Déclarer le départ', declared: '{{party}} quitte l’équipe : tous l’apprennent', why: 'Motif, pour toute l’équipe',
    leaveHelp: 'Dès cet instant, aucun de ses sièges n’ouvre ni ne fait plus rien ici, et ce qui est ouvert sur leurs écrans se ferme en une seconde. Jusque-là, on peut y revenir ; ensuite, non.',
    under: 'Selon {{clause}}, voici ce qui s’ensuit, exactement comme montré ici :', asking: 'Examen de ce qui s’ensuit',
    when: 'Quand', atOnce: 'Maintenant', atDay: 'À la fin d’un jour', dayHelp: 'Elle quitte l’équipe quand ce jour est passé, dans le fuseau {{zone}}.',
    typeCode: 'Saisissez {{code}} pour confirmer', needCode: 'Saisissez exactement le code de la partie.',
    contributedTitle_one: 'Elle a versé un scellé', contributedTitle_many: 'Elle a versé {{count}} scellés', contributedTitle_other: 'Elle a versé {{count}} scellés', receivedTitle_one: 'Elle a reçu un scellé', receivedTitle_many: 'Elle a reçu {{count}} scellés', receivedTitle_other: 'Elle a reçu {{count}} scellés',
    nobodyElse: 'communiqué à personne d’autre', becomesWithdrawn: 'est retiré', onHold: 'conservation ordonnée : rien ne l’efface', erasedOn: 'plus personne ne le réexamine : effacé le {{day}}, sauf conservation ordonnée',
    also: 'Sont aussi touchés : {{counts}}', copies_asked_one: 'une copie à justifier', copies_asked_many: '{{count}} copies à justifier', copies_asked_other: '{{count}} copies à justifier', waiting_releases_one: 'une communication en attente prend fin', waiting_releases_many: '{{count}} communications en attente prennent fin', waiting_releases_other: '{{count}} communications en attente prennent fin',
    consents_one: 'une demande de consentement expire', consents_many: '{{count}} demandes de consentement expirent', consents_other: '{{count}} demandes de consentement expirent', tasks_one: 'une tâche ouverte reste sans personne', tasks_many: '{{count}} tâches ouvertes restent sans personne', tasks_other: '{{count}} tâches ouvertes restent sans personne', holds_one: 'une conservation ordonnée demeure', holds_many: '{{count}} conservations ordonnées demeurent', holds_other: '{{count}} conservations ordonnées demeurent', erasures_one: 'un effacement en cours', erasures_many: '{{count}} effacements en cours', erasures_other: '{{count}} effacements en cours', seats_one: 'un siège prend fin', seats_many: '{{count}} sièges prennent fin', seats_other: '{{count}} sièges prennent fin',
    leavesAt: 'part', stay: 'Rester finalement', stayTitle: '{{party}} reste dans l’équipe', stayHelp: 'La déclaration est reprise, et rien ne s’ensuit.', stays: '{{party}} reste dans l’équipe',
    banner: '{{party}} quitte l’équipe selon {{clause}} :', underWay: '{{party}} a quitté l’équipe selon {{clause}} ; ce qui s’ensuit est en cours :', look: 'Ce qui s’ensuit', lookTitle: 'Ce qui s’ensuit du départ de {{party}}', lookHelp: 'Dans la mesure où vous pouvez le savoir, selon {{clause}}.',
  },
} satisfies Translated<typeof source>;
