import terms from '@terms/states.fr.json';
import type { fieldErasure as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Fields of an entry, erased for good. */
export const fieldErasure = {
  fieldGround: terms.fieldGround,
  fieldErasure: {
    erase: 'Effacer des champs…',
    title: 'Effacer des champs de l’inscription à la position {{position}}',
    erasedOn: 'effacé le',
    certificate: 'certificat à la position {{position}}',
    help: 'Cette opération est irréversible. Les valeurs de ces champs sont supprimées ici pour tous, avec les dossiers d’export conservés ici qui les contiennent. Les sauvegardes les perdent à leur expiration. Les copies déjà exportées ou notées ne sont pas concernées.',
    stands:
      'L’inscription, sa date, son code de membre et les empreintes des champs subsistent : le journal d’audit reste vérifiable. Les mêmes mots dans d’autres inscriptions et dans la description de la pièce ne changent pas. Lors d’une journée d’action, ils sont supprimés là où ils figurent encore, et du commentaire qui les contenait. Les champs relatifs à des pièces recueillies conjointement attendent l’accord de chaque autorité d’origine.',
    which: 'Champs',
    needField: 'Choisissez au moins un champ.',
    ground: 'Motif légal',
    basis: 'Base légale',
    basisExample: 'par exemple : directive (UE) 2016/680, art. 16, § 2',
    needBasis: 'Indiquez la disposition légale.',
    reason: 'Motif (pour le journal d’audit de votre partie ; ne répétez pas les valeurs effacées)',
    typePosition: 'Saisissez {{position}} pour confirmer',
    needPosition: 'Saisissez la position de l’inscription indiquée ci-dessus.',
    erasing: 'Les champs de l’inscription à la position {{position}} sont en cours d’effacement',
    wanted:
      'L’effacement de champs de l’inscription à la position {{position}} attend la confirmation d’un second responsable',
    queue: 'Champs d’inscriptions à effacer',
    ofEntry: 'Inscription à la position {{position}}',
    waits: 'Un effacement de champs attend la confirmation d’un second responsable',
    decided:
      'Un effacement de champs est décidé et va être exécuté. Une conservation judiciaire ordonnée entre-temps l’arrête.',
    awaits: 'Un effacement de champs attend l’accord de {{parties}}',
    agree: 'Accepter l’effacement',
    refuse: 'Refuser l’effacement …',
    ofEntries: 'Des inscriptions aux positions',
    agreeTitle: 'Consentir à l’effacement de champs de l’inscription à la position {{position}}',
    agreeHelp:
      'Votre partie est autorité d’origine conjointe. {{seat}} propose d’effacer ces champs. Ils le sont dès que chaque partie concernée a accepté.',
    confirmTitle: 'Confirmer l’effacement de champs de l’inscription à la position {{position}}',
    giveUpTitle: 'Ne pas effacer de champs de l’inscription à la position {{position}}',
    giveUpHelp:
      'L’inscription ne change pas. L’effacement proposé et votre motif sont inscrits au journal d’audit pour votre partie.',
  },
} satisfies Translated<typeof source>;
