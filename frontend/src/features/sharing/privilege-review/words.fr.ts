import type { filtering as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** Le filtrage du secret : qui filtre, ce qui est fermé, et le verdict. */
export const filtering = {
  filtering: {
    team: 'Sièges de filtrage de votre partie : {{seats}}. Eux seuls lisent ce qui peut être couvert par le secret, pour leur verdict.',
    nobody:
      'Nul ne filtre pour votre partie ce qui peut être couvert par le secret ou abusif : ce qui est signalé reste fermé jusqu’à une désignation.',
    change: 'Désigner les sièges de filtrage',
    title: 'Qui filtre',
    help: 'Des membres qui ne travaillent pas à l’enquête. Les responsables ne filtrent pas, et nul ne filtre ce qu’il a apporté.',
    seats: 'Sièges de filtrage',
    done: 'Sièges de filtrage inscrits',
    flag: 'Signaler un secret possible',
    flagTitle: 'Signaler {{number}}',
    flagHelp:
      'Il se ferme aussitôt pour tous, son détenteur d’origine compris, jusqu’au verdict d’un siège de filtrage qui l’aura lu. Signalez ce qui peut contenir des échanges avec un avocat, ou ce que nul ici ne devrait voir.',
    flagged: '{{number}} est fermé',
    mayHold: 'Peut contenir des éléments couverts par le secret ou abusifs',
    mayHoldHelp:
      'Son contenu est fermé à tous jusqu’à l’aval d’un siège de filtrage de votre partie ; les communications attendent.',
    closed:
      'Fermé : il peut contenir des éléments couverts par le secret ou abusifs. Nul n’en lit, n’en emporte ni n’en communique le contenu avant le verdict d’un siège de filtrage.',
    privileged: 'Un siège de filtrage l’a jugé couvert par le secret : son contenu reste fermé. Il peut être retiré.',
    cleared: 'Un siège de filtrage a donné son aval : rien ne s’y ajoute plus.',
    yours: 'Fermé, et attend votre verdict de siège de filtrage. Lisez-le pour cela, et pour rien d’autre.',
    read: 'Le lire',
    readTitle: 'Lire {{number}} pour le filtrer',
    readHelp: 'Chaque lecture est inscrite à la chaîne de conservation, avec son motif. L’original n’est pas remis.',
    decide: 'Rendre un verdict',
    verdictTitle: 'Verdict sur {{number}}',
    verdictHelp:
      'Levé, il s’ouvre à ceux à qui il est communiqué, et ce qui attendait passe. Couvert par le secret, il reste fermé et ce qui attendait est abandonné.',
    verdict: 'Verdict',
    clear: 'Levé : rien de secret ni d’abusif',
    keep: 'Couvert par le secret : il reste fermé',
    needVerdict: 'Choisissez un verdict.',
    reason: 'Motif, sans ce qui est secret',
    give: 'Rendre le verdict',
    given: 'Verdict inscrit',
    waits: 'À filtrer',
  },
} satisfies Translated<typeof source>;
