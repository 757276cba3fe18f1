import type { fieldErasure as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Champs d'une inscription, effacés définitivement. */
export const fieldErasure = {
  fieldGround: {
    subject_request: 'La personne concernée l’a demandé',
    not_necessary: 'N’est plus nécessaire',
    unlawful: 'N’aurait jamais dû être inscrit',
    time_limit: 'Le délai est expiré',
  },
  fieldErasure: {
    erase: 'Effacer des champs…',
    title: 'Effacer des champs de l’inscription à la position {{position}}',
    erasedOn: 'effacé le',
    certificate: 'certificat à la position {{position}}',
    help: 'Cela ne peut être défait. Ce que disent ces champs est supprimé ici pour tous, avec les dossiers conservés ici qui le contiennent ; les sauvegardes le perdent à leur expiration. Ce que d’autres ont déjà exporté ou noté n’est pas atteint.',
    stands:
      'L’inscription elle-même, sa date, son siège et les empreintes des champs subsistent : le registre reste vérifiable. Les mêmes mots dans d’autres inscriptions, et dans la description actuelle du scellé, ne sont pas touchés ; sur une journée d’action, ils disparaissent là où ils figurent encore, et du commentaire qui les disait. Ce que plusieurs parties ont recueilli attend l’accord de chacune.',
    which: 'Quels champs',
    needField: 'Choisissez au moins un champ.',
    ground: 'Motif légal',
    basis: 'Base juridique',
    basisExample: 'par exemple : directive (UE) 2016/680, art. 16, § 2',
    needBasis: 'Indiquez la disposition sur laquelle cela repose.',
    reason: 'Pourquoi (conservé au registre, pour votre partie ; ne répétez pas ce qui est effacé)',
    typePosition: 'Saisissez {{position}} pour confirmer',
    needPosition: 'Saisissez la position de l’inscription telle qu’elle figure ci-dessus.',
    erasing: 'Les champs de l’inscription à la position {{position}} sont en cours d’effacement',
    wanted: 'L’effacement de champs de l’inscription à la position {{position}} attend un second responsable',
    queue: 'Champs d’inscriptions à effacer',
    ofEntry: 'Inscription à la position {{position}}',
    waits: 'Un effacement de champs attend un second responsable',
    decided:
      'Un effacement de champs est décidé et va être accompli ; une conservation judiciaire ordonnée depuis l’arrêterait',
    awaits: 'Un effacement de champs attend l’accord de {{parties}}',
    agree: 'Consentir à l’effacement',
    refuse: 'Le refuser…',
    ofEntries: 'Des inscriptions aux positions',
    agreeTitle: 'Consentir à l’effacement de champs de l’inscription à la position {{position}}',
    agreeHelp:
      'Votre partie a aussi recueilli ce dont parle cette inscription. {{seat}} veut effacer ces champs ; ils le sont dès que chaque partie concernée a consenti.',
    confirmTitle: 'Confirmer l’effacement de champs de l’inscription à la position {{position}}',
    giveUpTitle: 'Ne pas effacer de champs de l’inscription à la position {{position}}',
    giveUpHelp:
      'L’inscription reste telle qu’elle est. Qu’un effacement était prévu, et votre motif, figurent au registre pour votre partie.',
  },
} satisfies Translated<typeof source>;
