import type { exhibit as source } from './exhibit.en';
import type { Translated } from '@/i18n/translated';

export const exhibit = {
  exhibit: {
    facts: 'Provenance',
    registered: 'Enregistré',
    registeredBy: 'par {{seat}}',
    acquired: 'Recueilli',
    acquiredBy: 'Recueilli par',
    place: 'Lieu',
    legalBasis: 'Base légale',
    description: 'Description',
    handling: 'Traitement',
    originator: 'Origine',
    level: 'Votre niveau',
    hashes: 'Empreintes déclarées',
    handlingText: 'Texte dont il faut prendre acte',
    ofMedium: 'du support',
    ofContainer: 'du conteneur',
    listedOnly:
      'Vous est communiqué comme signalé : titre, numéro, marquage et tailles. Pour davantage, adressez-vous à la partie {{party}}.',
    open: 'Consulter',
    take: 'Prendre l’original',
    describe: 'Rectifier',
    withdraw: 'Retirer',
    actions: 'Autres actes',
    back: 'Tous les scellés',
    withdrawnBanner:
      'Retiré. L’inscription et la traçabilité demeurent ; les autres parties ne peuvent plus le consulter.',
    withdrawTitle: 'Retirer {{number}}',
    withdrawHelp:
      'Les autres parties voient encore qu’il existe et qu’il est retiré ; elles ne peuvent plus le consulter. Cet acte est définitif. Ce qui a été pris reste pris.',
    withdrawReason: 'Motif du retrait',
    withdrawYes: 'Retirer le scellé',
    withdrawn: '{{number}} retiré',
    describeTitle: 'Rectifier la description de {{number}}',
    describeHelp: 'Les termes antérieurs restent au registre ; qui peut voir le scellé voit les deux.',
    describeReason: 'Motif de la rectification',
    described: 'Rectification inscrite',
    unchanged: 'Rien ne diffère de ce qui est inscrit.',
    staleTitle: 'Quelqu’un l’a rectifié entre-temps',
    staleHelp:
      'Rien de votre saisie n’a été enregistré. Choisissez pour chaque champ ce qui doit valoir, puis enregistrez de nouveau.',
    staleTheirs: 'Inscrit à présent',
    staleMine: 'Le vôtre',
    needReason: 'Indiquez le motif : il est inscrit au registre.',
    loading: 'Lecture du scellé',
  },
} satisfies Translated<typeof source>;
