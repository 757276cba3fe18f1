import type { physicalCustody as source } from './words.en';
import type { Translated } from '@/i18n/translated';

/** La garde matérielle : où se trouve l’objet, et ce qu’on en fait. Le « sceau » ferme l’objet ; le scellé est la pièce. */
export const physicalCustody = {
  where: {
    title: 'Où il se trouve', nothing: 'Rien n’est encore inscrit de l’objet lui-même. Commencez par sa saisie ou son recueil.', who: 'Entre les mains de', seal: 'Sceau', noSeal: 'aucun', way: 'Ce qui en a été fait, le dernier acte d’abord', all_one: 'Le seul acte ({{count}})', all_other: 'Les {{count}} actes',
    recordAct: 'Inscrire un acte', actTitle: '{{act}} : {{number}}', record: 'Inscrire', recorded: 'Inscrit', need: 'Nécessaire.', byHelp: 'Laissé vide : vous',
    late: 'Cela s’est passé plus tôt', wrongMoment: 'Cela s’est passé à un autre moment', when: 'Quand cela s’est passé', source: 'Connu par', needWhen: 'Dites un moment que les horloges de là-bas indiquent.', toCome: 'Ce moment est à venir.', remarks: 'Remarques',
    photographHelp: 'Un fichier de ce scellé qui montre le sceau ; son empreinte figure dans l’inscription.', noPhotograph: 'Versez d’abord une photographie à ce scellé.', intactYes: 'Il était intact', intactNo: 'Il était rompu',
    offer: 'Remettre', offerTitle: 'Remettre {{number}}', offerYes: 'Proposer la remise', offered: 'Proposé. Il reste où il est jusqu’à ce que ce siège dise qu’il l’a.', offerHelp: 'L’autre siège dit lui-même qu’il l’a ; d’ici là rien d’autre n’est inscrit. Tous ceux qui lisent le scellé liront les deux noms.',
    giver: 'Remis par', receiver: 'Reçu par', needReceiver: 'Choisissez qui le reçoit.', noReceiver: 'Aucun autre siège ne pourrait le recevoir.', due: 'Réponse attendue sous', hours_one: '{{count}} heure', hours_other: '{{count}} heures',
    waits: 'Une remise attend sa réponse', overdue: 'Une remise est restée sans réponse', fromTo: '{{giver}} ({{from}}) → {{to}} ({{seat}})', dueBy: 'réponse attendue avant le', placeNow: 'Où il se trouve maintenant', sealIs: 'Il porte le sceau', waitsFor: 'Remise : confirmez',
    correct: 'Rectifier', correctTitle: 'Rectifier un acte sur {{number}}', correctYes: 'Inscrire la rectification', correctHelp: 'L’inscription reste telle quelle. Une nouvelle la nomme et dit ce qui était faux.', wrong: 'Ce qui était faux, et ce qui est juste', mends: 'L’état de l’objet est faux aussi', stands: 'État de l’objet', takenBack: 'Il est revenu à notre partie', corrected: 'rectifié',
  },
  step: { seized: 'Saisi', collected: 'Recueilli', sealed: 'Sceau apposé', unsealed: 'Sceau ouvert', transported: 'Transporté', stored: 'Mis en dépôt', checked_out: 'Sorti du dépôt', checked_in: 'Rapporté au dépôt', produced: 'Présenté à l’audience', returned: 'Restitué', destroyed: 'Détruit', incident: 'Incident' },
  stepHelp: {
    seized: 'Pris par contrainte. La personne nommée l’a dès lors entre les mains.', collected: 'Remis, trouvé ou ramassé. La personne nommée l’a dès lors entre les mains.', sealed: 'Sous un sceau qui porte son propre numéro.', unsealed: 'Le sceau a été ouvert : pourquoi, et s’il était intact jusque-là.',
    transported: 'Porté en un autre lieu. La personne nommée l’a entre les mains.', stored: 'Mis en dépôt : chez qui, et où exactement.', checked_out: 'Sorti du dépôt pour un temps, et attendu en retour.', checked_in: 'Rapporté à un dépôt.', produced: 'Montré à une juridiction.',
    returned: 'Rendu pour de bon, contre reçu. Rien ne suit qu’une rectification.', destroyed: 'Détruit pour de bon, avec un reçu. Jamais sous une conservation judiciaire.', incident: 'Ce qui a été modifié ou a mal tourné, par qui et pourquoi.',
  },
  actField: { by: 'Par qui', from_whom: 'De qui', to_whom: 'À qui', custodian: 'Gardien', place: 'Lieu', from_place: 'Depuis', seal: 'Numéro du sceau', intact: 'Le sceau était-il intact ?', photograph: 'Photographie du sceau', why: 'Pourquoi', what: 'Ce qui a été modifié, ou s’est passé', court: 'Juridiction', proceeding: 'Procédure', file_number: 'Numéro de dossier', method: 'Comment', witnessed_by: 'En présence de', receipt: 'Reçu', giver: 'Remis par', to_seat: 'À', due_at: 'Réponse attendue avant le', occurred: 'S’est passé', remarks: 'Remarques' },
  standing: { held: 'En main', stored: 'En dépôt', out: 'Sorti du dépôt', returned: 'Restitué', destroyed: 'Détruit' },
  timeSource: { observed: 'J’étais présent', report: 'Un procès-verbal', device: 'L’horloge d’un appareil', told: 'On me l’a dit' },
  handover: { received: 'Je l’ai', refused: 'Je ne le prends pas', withdrawn: 'Retirer la remise' },
  handoverTitle: { received: 'Vous avez {{number}} en main', refused: 'Vous ne prenez pas {{number}}', withdrawn: 'Retirer la remise de {{number}}' },
} satisfies Translated<typeof source>;
