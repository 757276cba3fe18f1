import type { consents as source } from '../en/consents';
import type { Translated } from '../translated';

/** Les consentements : demander davantage, répondre, et ce qui s’ensuit. */
export const consents = {
  consents: {
    title: 'Consentements', rail: 'Demandes', why: 'Ce qu’elle en fera', help: 'Ce que les parties se demandent. Le silence vaut refus : chaque demande dit à quel moment.',
    forUs: 'Attend une réponse de la partie {{party}}', byUs: 'Demandé par la partie {{party}}, sans réponse encore', over: 'Répondu ou clos',
    empty: 'Rien n’est demandé', emptyHelp: 'Demandez davantage sur un scellé qui vous est communiqué, ou interrogez une partie sur ce qu’elle détient.',
    askParty: 'Interroger une partie', askPartyTitle: 'Demander ce que détient une partie', askPartyHelp: 'Elle lit vos mots et qui demande ; rien d’autre n’est révélé. Elle répond en joignant un scellé, refuse, ou se tait.',
    askMore: 'Demander davantage', askMoreTitle: 'Demander davantage de {{number}} à la partie {{party}}', askMoreHelp: 'Les chefs d’équipe de la partie {{party}} répondent. Ils accordent ce que vous demandez, exactement, ou moins.',
    which: 'Ce qu’il vous faut', more: 'Un niveau plus élevé ou une autre finalité', court: 'Utilisation en justice', courtHelp: 'Pour exporter sa traçabilité à l’intention d’une juridiction. H1 exige ce consentement.',
    party: 'Partie', level: 'Niveau', purposes: 'Finalités outre celles déjà communiquées', words: 'Ce que vous en ferez', question: 'Votre question', questionHelp: 'Par exemple : que détenez-vous sur ce portefeuille, ce numéro, ce nom ?',
    due: 'Réponse attendue le', dueHelp: 'À votre heure, {{zone}}. Sans indication : dans sept jours. Le silence vaut alors refus.', needWords: 'Dites-le en mots : c’est sur eux que l’on décide.', needParty: 'Choisissez une partie.', needMore: 'Choisissez un niveau ou une finalité.', badDue: 'Choisissez un moment entre une heure et soixante jours d’ici.',
    send: 'Envoyer la demande', sent: 'Demande envoyée à la partie {{party}}',
    answer: 'Répondre', look: 'Voir la demande', answerTitle: 'Demande de la partie {{party}}', ownTitle: 'Demande à la partie {{party}}',
    asks: 'La partie {{party}} demande', asker: 'Demandé par', requested: 'Demandé', seen: 'Vu', notSeen: 'Pas encore', answered: 'Répondu', state: 'État', object: 'Scellé', wants: 'Demande', reason: 'Motif', until: 'Jusqu’au', conditions: 'Conditions',
    grant: 'Consentir', refuse: 'Refuser', refuseTitle: 'Refuser la demande de la partie {{party}}', refuseHelp: 'La partie {{party}} lit votre motif. Rien n’est ouvert.', refuseReason: 'Motif du refus', refused: 'Refusé',
    attach: 'Scellé qui répond à la question', attachLevel: 'Niveau communiqué à la partie {{party}}', needAttach: 'Choisissez un de vos scellés.', conditionsHelp: 'En mots ; la partie {{party}} les lit. Sans indication : consentement sans condition.', untilHelp: 'À votre heure, {{zone}}. Sans indication : sans terme. Ensuite, la communication redevient ce qu’elle était.',
    then: 'Si vous consentez', thenLevel: 'La partie {{party}} aura le scellé ainsi : {{level}}.', thenPurposes: 'La partie {{party}} pourra aussi l’utiliser pour : {{purposes}}.', thenCourt: 'La partie {{party}} pourra en exporter la traçabilité pour une juridiction. Elle n’obtient rien de plus du scellé.', thenAttach: 'La partie {{party}} aura le scellé que vous joignez.', thenNobody: 'Aucune autre partie n’y gagne rien. Vous pouvez retirer le consentement à tout moment ; ce qui a été pris reste pris.',
    granted: 'Consentement inscrit', withdraw: 'Retirer le consentement', takeBack: 'Reprendre la demande', withdrawTitle: 'Retirer le consentement donné à la partie {{party}}', withdrawHelp: 'Dès maintenant, la partie {{party}} a ce qu’elle avait avant le consentement. Ce qui a été pris reste pris.', takeBackTitle: 'Reprendre la demande faite à la partie {{party}}', takeBackHelp: 'La demande prend fin ; la partie {{party}} lit votre motif.', withdrawReason: 'Motif', withdrawn: 'Retiré',
    wantsLevel: 'niveau {{level}}', wantsPurposes: 'pour {{purposes}}', wantsCourt: 'utilisation en justice', wantsQuestion: 'ce que vous détenez', wantsSeats: 'pour {{seats}}', notInForce: 'sans effet : en attente, modifié ou terminé depuis', due_: 'jusqu’au', overdue: 'Délai dépassé', waits: 'Demande à laquelle répondre', staleHelp: 'Quelqu’un a répondu entre-temps. Regardez de nouveau.',
  },
  consentState: { requested: 'Demandé', seen: 'Vu', granted: 'Accordé', granted_with_conditions: 'Accordé sous conditions', refused: 'Refusé', expired: 'Échu : refusé par le silence', withdrawn: 'Retiré' },
} satisfies Translated<typeof source>;
