import type { verifications as source } from './verifications.en';
import type { Translated } from '@/i18n/translated';

/** La quarantaine : ce qui vient de l’extérieur de l’Union, le verdict, et le responsable du traitement. */
export const verifications = {
  point: {
    agreement: 'La partie peut le verser selon l’accord',
    lawful: 'Rien n’indique une obtention contraire aux droits fondamentaux',
    limited: 'Il se limite à ce dont l’équipe a besoin',
    conditions: 'Ses conditions d’utilisation sont énoncées et peuvent être tenues',
    integrity: 'Ses fichiers sont bien ce qu’ils prétendent être, et sans danger',
  },
  verifications: {
    title: 'Vérification',
    rail: 'Vérifier',
    help: 'Ce que versent des pays tiers et des autorités judiciaires internationales ne parvient à personne avant d’être vérifié par un administrateur (règlement (UE) 2023/969, art. 17, § 3, et art. 18).',
    since: 'depuis',
    decide: 'Rendre un verdict',
    empty: 'Rien n’attend de verdict',
    emptyHelp: 'Ce qu’une telle partie enregistre apparaît aussitôt ici.',
    controller: 'Responsable du traitement',
    controllerIs: 'Responsable du traitement de ces données :',
    noController:
      'Aucun responsable du traitement n’est désigné : ces parties ne peuvent rien verser, et rien n’est vérifié (art. 23, § 2).',
    designate: 'Inscrire une désignation',
    designateNow: 'Inscrire',
    designated: '{{code}} est responsable du traitement',
    designatedWaits: '{{code}} attend la confirmation d’un responsable d’une autre partie',
    confirmedBy: 'confirmé par',
    confirmController: 'Confirmer le responsable du traitement',
    controllerWaits:
      '{{code}} a inscrit son propre siège comme responsable du traitement ({{clause}}). Un responsable d’une autre partie le confirme ; d’ici là, l’inscription ne compte pas.',
    seat: 'Administrateur',
    needSeat: 'Choisissez l’administrateur que l’accord désigne.',
    clause: 'Clause de l’accord',
    needClause: 'Indiquez la clause qui désigne le responsable.',
    verdictTitle: 'Verdict sur {{number}}',
    verdictHelp:
      'Avec le verdict, le scellé quitte votre vue. Ce que sa partie d’origine voulait communiquer prend effet, ou est abandonné.',
    checklist: 'Ce qui est en ordre',
    verdict: 'Verdict',
    pass: 'L’admettre : chaque point est en ordre',
    refuse: 'Le refuser : il ne parvient à personne',
    reason: 'Motif, pour la partie d’origine et le registre',
    give: 'Rendre le verdict',
    needVerdict: 'Choisissez un verdict.',
    needAll: 'Il n’est admis que si chaque point est en ordre.',
    passedDone: '{{number}} est vérifié',
    refusedDone: '{{number}} est refusé',
    waitingBanner:
      'En quarantaine : jusqu’à la vérification par un administrateur, seuls votre partie et les administrateurs en ont connaissance. Ce que vous vouliez communiquer attend.',
    yoursBanner:
      'En quarantaine : il attend le verdict d’un administrateur. Consultez-le pour cela, et pour rien d’autre.',
    passedBanner: 'Vérifié en l’état : rien n’y est plus ajouté.',
    refusedBanner:
      'Refusé par un administrateur ; il ne parvient à personne. Le motif figure dans la traçabilité. Enregistrez ce qui est corrigé comme un scellé distinct.',
    read: 'Le consulter',
    readTitle: 'Consulter {{number}} pour le vérifier',
    readHelp: 'Chaque consultation est inscrite dans la traçabilité, avec son motif. L’original n’est pas remis.',
  },
} satisfies Translated<typeof source>;
