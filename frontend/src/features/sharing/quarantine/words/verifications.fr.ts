import type { verifications as source } from './verifications.en';
import type { Translated } from '@/i18n/translated';

/** La quarantaine : les téléversements de pays tiers, la décision et le responsable du traitement. */
export const verifications = {
  point: {
    agreement: 'L’accord permet à la partie de la fournir',
    lawful: 'Rien n’indique une obtention contraire aux droits fondamentaux',
    limited: 'Elle se limite à ce dont l’équipe a besoin',
    conditions: 'Ses conditions d’utilisation sont indiquées et peuvent être respectées',
    integrity: 'Ses fichiers sont du type indiqué et sans danger',
  },
  verifications: {
    title: 'Contrôles en attente',
    help: 'Éléments que nul n’utilise avant un contrôle : téléversements de pays tiers, et pièces pouvant relever du secret professionnel.',
    since: 'En attente depuis',
    uploads: 'Validation des téléversements',
    exhibit: 'Pièce',
    provider: 'Téléversée par',
    recordedBy: 'Inscrite par {{name}}',
    noReviewer: 'Vous ne contrôlez rien dans cette équipe',
    noReviewerHelp:
      'Les administrateurs valident les téléversements des pays tiers. Les responsables désignent les membres de leur partie chargés du contrôle du secret professionnel.',
    decide: 'Décider',
    emptyHelp:
      'Aucun téléversement n’attend de validation. Ceux des pays tiers et des autorités judiciaires internationales figurent ici jusqu’à la validation d’un administrateur (règl. (UE) 2023/969, art. 17, § 3, et 18).',
    controller: 'Responsable du traitement',
    controllerIs: 'Responsable du traitement de ces données :',
    noController:
      'Aucun responsable du traitement n’est désigné. Ces parties ne peuvent rien téléverser, et aucun téléversement ne peut être validé (art. 23, § 2).',
    designate: 'Enregistrer une désignation',
    designateNow: 'Enregistrer la désignation',
    designated: '{{code}} est responsable du traitement',
    designatedWaits: '{{code}} attend la confirmation d’un responsable d’une autre partie',
    confirmedBy: 'confirmée par {{name}}',
    confirmController: 'Confirmer le responsable du traitement',
    controllerWaits:
      '{{code}} a enregistré sa propre désignation comme responsable du traitement ({{clause}}). Elle prend effet dès qu’un responsable d’une autre partie la confirme.',
    seat: 'Administrateur',
    needSeat: 'Choisissez l’administrateur désigné par l’accord.',
    clause: 'Clause de l’accord',
    needClause: 'Indiquez la clause qui désigne le responsable du traitement.',
    verdictTitle: 'Valider ou refuser la pièce {{number}}',
    verdictHelp:
      'Après votre décision, vous ne voyez plus la pièce. Si vous la validez, elle est communiquée comme l’a voulu son autorité d’origine.',
    checklist: 'Vérifications',
    verdict: 'Décision',
    pass: 'Valider : chaque vérification est satisfaite',
    refuse: 'Refuser : elle n’est communiquée à personne',
    reason: 'Motif (enregistré, et lu par l’autorité d’origine)',
    give: 'Enregistrer la décision',
    needVerdict: 'Choisissez une décision.',
    needAll: 'Pour valider, cochez chaque vérification.',
    passedDone: 'Pièce {{number}} validée',
    refusedDone: 'Pièce {{number}} refusée',
    waitingBanner:
      'En quarantaine : seuls votre partie et les administrateurs la voient avant sa validation. Elle est communiquée aux autres parties ensuite.',
    yoursBanner: 'En quarantaine : elle attend votre décision. Consultez-la à cette seule fin.',
    passedBanner: 'Validée en l’état : aucun fichier ne peut être ajouté.',
    refusedBanner:
      'Refusée par un administrateur : elle n’est communiquée à personne. Le motif figure dans la traçabilité. Enregistrez une version corrigée comme nouvelle pièce.',
    read: 'Consulter les fichiers',
    readTitle: 'Consulter la pièce {{number}} en vue de sa validation',
    readHelp: 'Chaque accès est enregistré dans la traçabilité avec son motif. L’original ne peut être téléchargé.',
  },
} satisfies Translated<typeof source>;
