import type { releases as source } from './releases.en';
import type { Translated } from '@/i18n/translated';

export const releases = {
  releases: {
    byConsent: 'Par consentement',
    title: 'Qui peut le voir',
    own: 'origine',
    edit: 'Décider pour la partie {{party}}',
    readOnly: 'Votre partie ne voit que ce qui lui a été communiqué.',
    change: 'Modifier', release: 'Communiquer', recall: 'Révoquer',
    since: 'par {{seat}}, {{time}}',
    pending: 'pas encore', lapsed: 'échue', effective: 'en vigueur',
    level: 'Niveau', from: 'À partir du', until: 'Jusqu’au', zone: 'Heures : {{zone}}', seats: 'Sièges désignés', seatsHelp: 'Aucun désigné : les chefs et membres de la partie ; son coordinateur et son auditeur comme signalé.', authorities: 'Autorités', authoritiesHelp: 'Aucune choisie : toutes les autorités de la partie.', purposes: 'Finalités', purposesHelp: 'Aucune choisie : toute finalité convenue, sauf une autre infraction, à nommer expressément.', basis: 'Fondement', basisHelp: 'Clause de l’accord, ou consentement',
    redNeedsSeats: 'TLP:RED exige des sièges désignés.', strictNeedsOne: 'TLP:AMBER+STRICT exige exactement une autorité.', untilBeforeFrom: 'Le terme précède le début.', pastUntil: 'Le terme est passé.',
    preview: 'Ce qui change', noChange: 'Rien ne change.', save: 'Inscrire la décision', saved: 'Décision inscrite', recallTitle: 'Révoquer la communication à la partie {{party}}', recallHelp: 'Dès cet instant, la partie {{party}} ne voit plus rien : pages ouvertes, liens et téléchargements en cours s’arrêtent. Ce qui a été pris reste pris, et la traçabilité dit par qui.', recallReason: 'Motif de la révocation', recallYes: 'Révoquer la communication', recalled: 'Communication révoquée', confirmRecall: 'Je sais que la partie {{party}} est avisée de la révocation.',
    staleHelp: 'Quelqu’un a décidé pour cette partie entre-temps. Ce qui est inscrit à présent est montré ; votre saisie est conservée ci-dessous.',
    more: 'Conditions',
  },
  say: {
    none: 'La partie {{party}} ne voit rien : pour elle, le scellé n’existe pas.',
    listed: '{{who}} voient qu’il existe : titre, numéro, marquage et tailles.',
    readable: '{{who}} le lisent dans le navigateur, filigrané, avec sa provenance ; pas l’original.',
    held: '{{who}} le lisent et prennent l’original.',
    everyone: 'Les chefs d’équipe et membres de la partie {{party}}',
    seats: 'Seuls {{seats}}, de la partie {{party}},',
    ofAuthorities: '{{who}} ({{authorities}})',
    from: 'À partir du {{time}}.', until: 'Jusqu’au {{time}}.', between: 'Du {{from}} au {{until}}.',
    always: 'Dès maintenant, sans terme.', noEnd: 'Sans terme.',
    purposes: 'Seulement pour : {{purposes}}.', anyPurpose: 'Pour toute finalité convenue.',
    gains: 'La partie {{party}} gagne', loses: 'La partie {{party}} perd', keeps: 'Inchangé', before: 'Jusqu’ici', after: 'Dès cette décision',
    basis: 'Fondement : {{basis}}.', noBasis: 'Aucun fondement indiqué.',
    raise: 'Plus qu’auparavant.', lower: 'Moins qu’auparavant.', start: 'Nouveau pour la partie {{party}} : elle apprend que le scellé existe.', same: 'Le niveau demeure ; les conditions changent.',
  },
} satisfies Translated<typeof source>;
