import type { filtering as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Le contrôle du secret professionnel : les membres qui en sont chargés, les pièces concernées et la décision. */
export const filtering = {
  filtering: {
    team: 'Membres de votre partie chargés du contrôle du secret professionnel : {{seats}}. Eux seuls consultent les pièces signalées avant la décision.',
    nobody:
      'Votre partie n’a désigné personne pour le contrôle du secret professionnel. Les pièces signalées restent fermées jusqu’à une désignation.',
    change: 'Désigner les membres chargés du contrôle',
    title: 'Contrôle du secret professionnel',
    help: 'Désignez des membres qui ne travaillent pas à l’enquête. Un responsable ne peut en être chargé, et nul ne contrôle ce qu’il a téléversé.',
    queue: 'Contrôle du secret professionnel',
    queueEmpty:
      'Aucune pièce n’attend votre décision. Les pièces pouvant relever du secret figurent ici pour les membres de votre partie chargés du contrôle.',
    reviewers: 'Membres de votre partie chargés du contrôle : {{names}}.',
    open: 'Ouvrir la pièce',
    seats: 'Membres chargés du contrôle',
    done: 'Désignation enregistrée',
    flag: 'Signaler un secret possible',
    flagTitle: 'Signaler la pièce {{number}}',
    flagHelp:
      'Son contenu est aussitôt fermé pour tous, y compris l’autorité d’origine, jusqu’à la décision d’un membre chargé du contrôle. Signalez les pièces qui peuvent contenir une correspondance avec un avocat, ou des éléments que nul ici ne devrait voir.',
    flagged: 'Pièce {{number}} fermée',
    closed:
      'Fermée : elle peut contenir des éléments couverts par le secret ou abusifs. Nul ne peut la consulter, la télécharger ni la communiquer avant la décision d’un membre chargé du contrôle.',
    privileged:
      'Le contrôle l’a jugée couverte par le secret professionnel. Son contenu reste fermé. Elle peut être retirée.',
    cleared: 'Le contrôle n’a trouvé aucun secret. Aucun fichier ne peut être ajouté.',
    yours: 'Fermée : elle attend votre décision au titre du contrôle. Consultez-la à cette seule fin.',
    read: 'Consulter les fichiers',
    readTitle: 'Consulter la pièce {{number}} pour le contrôle du secret professionnel',
    readHelp: 'Chaque accès est enregistré dans la traçabilité avec son motif. L’original ne peut être téléchargé.',
    decide: 'Décider',
    verdictTitle: 'Contrôle du secret professionnel : pièce {{number}}',
    verdictHelp:
      'Sans secret, elle est communiquée comme décidé auparavant. Couverte par le secret, elle reste fermée et les communications en attente sont annulées.',
    verdict: 'Décision',
    clear: 'Sans secret : rien de confidentiel ni d’abusif',
    keep: 'Couverte par le secret : elle reste fermée',
    needVerdict: 'Choisissez une décision.',
    reason: 'Motif, sans élément couvert par le secret',
    give: 'Enregistrer la décision',
    given: 'Décision enregistrée',
  },
} satisfies Translated<typeof source>;
