import terms from '@terms/states.fr.json';
import type { copies as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const copies = {
  copies: {
    title: 'Copies',
    page: 'Copies et versements en procédure',
    help: 'Un original téléchargé est conservé par un dépositaire sous un numéro de dossier national. Le retrait ne l’efface pas : chaque détenteur est invité à le détruire ou à justifier sa conservation.',
    askedOfUs: 'Retirées : votre partie doit répondre',
    owedToUs: 'Retirées par votre partie : sans réponse à ce jour',
    held: 'Détenues par votre partie',
    given: 'Copies des pièces de votre partie détenues par d’autres',
    empty: 'Aucune copie',
    emptyHelp:
      'Les originaux téléchargés figurent ici avec leur dépositaire : ceux de votre partie et ceux de ses pièces.',
    custodian: 'Dépositaire',
    custodianHelp: 'Personne ou service qui conserve la copie',
    fileNumber: 'Dossier n°',
    nationalFile: 'Numéro de dossier national',
    nationalFileHelp: 'Numéro du dossier auquel la copie est jointe',
    needCustodian: 'Indiquez le dépositaire.',
    needFileNumber: 'Indiquez le numéro de dossier national.',
    takenHelp:
      'L’autorité d’origine voit le dépositaire et le numéro de dossier. En cas de retrait, il vous sera demandé si la copie a été détruite.',
    takenBy: 'téléchargée par {{seat}},',
    recalled: 'Retirée',
    recalledBy: 'Retirée par {{party, le}}',
    askedAt: 'depuis',
    waits: 'Sans réponse à ce jour',
    answer: 'Répondre',
    answerTitle: 'Votre copie de la pièce {{number}}',
    answerHelp:
      'La partie {{party}} lit votre réponse, qui est jointe à la traçabilité de la pièce. Si vous conservez la copie, vous pourrez déclarer sa destruction plus tard.',
    what: 'La copie est-elle détruite ?',
    destroyed: 'Elle a été détruite',
    kept: 'Elle est conservée',
    because: 'Motif de la conservation',
    how: 'Mode de destruction',
    needAnswer: 'Choisissez une réponse.',
    needBecause: 'Indiquez le motif de la conservation.',
    noteHelp: 'La partie {{party}} a quitté l’équipe. Consignez ce qu’elle vous a dit de la copie, et votre source.',
    fromWhat: 'Déclaration de la partie, et votre source',
    needWhat: 'Indiquez votre source.',
    send: 'Enregistrer la réponse',
    answered: 'Réponse enregistrée',
    owed_one: '{{count}} réponse attendue',
    owed_other: '{{count}} réponses attendues',
    out_one: '{{count}} copie détenue ailleurs',
    out_other: '{{count}} copies détenues ailleurs',
    recallAsks_one:
      'La partie {{party}} détient une copie. Son détenteur est invité à la détruire ou à justifier sa conservation. Il lit votre motif.',
    recallAsks_other:
      'La partie {{party}} détient {{count}} copies. Chaque détenteur est invité à détruire la sienne ou à justifier sa conservation. Il lit votre motif.',
    withdrawAsks_one:
      'Une autre partie détient une copie. Son détenteur est invité à la détruire ou à justifier sa conservation ; il lit votre motif.',
    withdrawAsks_other:
      'D’autres parties détiennent {{count}} copies. Chaque détenteur est invité à détruire la sienne ou à justifier sa conservation ; il lit votre motif.',
  },
  copyState: terms.copyState,
} satisfies Translated<typeof source>;
