import type { copies as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const copies = {
  copies: {
    title: 'Copies',
    rail: 'Copies',
    page: 'Copies et versements',
    help: 'Qui prend un original le conserve sous un numéro de dossier national. Ce qui a été pris reste pris : une révocation demande à chaque détenteur ce qu’il en est advenu.',
    askedOfUs: 'Révoquées : votre partie doit répondre',
    owedToUs: 'Révoquées par votre partie : sans réponse à ce jour',
    held: 'Détenues par votre partie',
    given: 'Détenues par d’autres, de ce que votre partie a versé',
    empty: 'Aucune copie n’est sortie',
    emptyHelp: 'Les originaux pris, par votre partie ou parmi ses scellés, apparaissent ici avec leur dépositaire.',
    custodian: 'Dépositaire',
    custodianHelp: 'Qui conserve la copie : une personne ou un service',
    fileNumber: 'Dossier n°',
    nationalFile: 'Numéro de dossier national',
    nationalFileHelp: 'Le numéro du dossier ou de la procédure où va la copie',
    needCustodian: 'Indiquez qui conserve la copie.',
    needFileNumber: 'Indiquez le numéro du dossier national.',
    takenHelp:
      'La partie d’origine voit qui conserve la copie et sous quel numéro. En cas de révocation, il vous sera demandé si elle a été détruite.',
    takenBy: 'prise par {{seat}},',
    recalled: 'Révoquée',
    recalledBy: 'Révoquée par la partie {{party}}',
    askedAt: 'depuis',
    waits: 'Sans réponse à ce jour',
    waitsFor: 'Copie révoquée : répondez',
    answer: 'Répondre',
    answerTitle: 'Votre copie de {{number}}',
    answerHelp:
      'La partie {{party}} lit votre réponse, qui figure dans la traçabilité du scellé. Une copie conservée peut être détruite et déclarée plus tard.',
    what: 'Qu’est-il advenu de la copie ?',
    destroyed: 'Elle a été détruite',
    kept: 'Elle est conservée, parce que…',
    because: 'Pourquoi elle est conservée',
    how: 'Comment elle a été détruite',
    needAnswer: 'Choisissez.',
    needBecause: 'Indiquez pourquoi elle est conservée.',
    noteHelp: '{{party}} a quitté l’équipe. Notez ce qu’elle vous a dit de la copie, et d’où vous le tenez.',
    fromWhat: 'D’où vous le tenez, et ce qu’elle en dit',
    needWhat: 'Indiquez d’où vous le tenez.',
    send: 'Inscrire la réponse',
    answered: 'Réponse inscrite',
    owed_one: '{{count}} réponse est due',
    owed_other: '{{count}} réponses sont dues',
    out_one: '{{count}} copie est sortie',
    out_other: '{{count}} copies sont sorties',
    recallAsks_one:
      'Une copie est détenue par la partie {{party}}. Il sera demandé à son détenteur si elle a été détruite, ou pourquoi elle est conservée. Il lit votre motif.',
    recallAsks_other:
      '{{count}} copies sont détenues par la partie {{party}}. Il sera demandé à chaque détenteur si elle a été détruite, ou pourquoi elle est conservée. Il lit votre motif.',
    withdrawAsks_one:
      'Une copie est détenue par une autre partie. Il sera demandé à son détenteur ce qu’il en est advenu ; il lit votre motif.',
    withdrawAsks_other:
      '{{count}} copies sont détenues par d’autres parties. Il sera demandé à chaque détenteur ce qu’il en est advenu ; il lit votre motif.',
  },
  copyState: { out: 'Sortie', destroyed: 'Détruite', kept: 'Conservée' },
} satisfies Translated<typeof source>;
