import type { retention as source } from '../en/retention';
import type { Translated } from '../translated';

/** La durée de conservation : réexamens, transferts, mises sous séquestre, effacement. */
export const retention = {
  retentionMode: { POOL: 'Fonds commun', TRANSFER: 'Transfert' },
  retentionModeHelp: { POOL: 'Fonds commun : conservé, et réexaminé', TRANSFER: 'Transfert : effacé après le dernier téléchargement prévu, au plus tard 28 jours après le versement' },
  erasureGround: { withdrawn: 'Il a été retiré', review: 'Son réexamen était échu', taken: 'Chaque destinataire prévu l’a emporté', term: '28 jours se sont écoulés depuis le versement' },
  dueBecause: { withdrawn: 'Retiré, pas encore effacé', review: 'Réexamen', transfer: 'Effacé le' },
  retention: {
    title: 'Conservation', rail: 'Conserver', help: 'Ce que votre partie a versé et doit maintenant conserver ou effacer : réexamens échus d’ici un mois, scellés retirés, transferts sur le point de s’achever (directive (UE) 2016/680, art. 5 ; règlement (UE) 2023/969, art. 21).',
    queue: 'Ce qui est à décider', empty: 'Rien n’est à conserver ni à effacer', emptyHelp: 'Les réexamens apparaissent ici un mois avant leur échéance.', waits: 'À conserver ou à effacer',
    agreement: 'Ce que dit l’accord', noRule: 'L’accord ne dit rien ici : les scellés sont versés au fonds commun et réexaminés sous 36 mois.', within_one: 'réexamen sous {{count}} mois', within_many: 'réexamen sous {{count}} mois', within_other: 'réexamen sous {{count}} mois', enterRule: 'Inscrire une clause', enterNow: 'Inscrire', entered: 'Elle vaut pour ce qui est enregistré désormais',
    mode: 'Conservation', asAgreed: 'Comme le dit l’accord', months: 'Réexamen sous (mois)', clause: 'Clause de l’accord', needClause: 'Indiquez la clause qui le dit.',
    reviewOn: 'Prochain réexamen', erasedBy: 'Effacé au plus tard', afterUpload: '28 jours après le premier versement', orTaken: 'ou dès que chaque partie à laquelle l’original est communiqué l’a emporté', controller: 'Responsable du traitement', ownController: 'La partie elle-même',
    keep: 'Conserver jusqu’au…', keepTitle: 'Conserver {{number}}', keepHelp: 'Il reste dans le fonds commun jusqu’au prochain réexamen. La décision figure dans sa traçabilité.', keepReason: 'Pourquoi il reste nécessaire', keepNow: 'Le conserver', nextReview: 'Prochain réexamen le', needDay: 'Choisissez le jour du prochain réexamen.', kept: '{{number}} est conservé',
    hold: 'Conservation judiciaire', holdTitle: 'Conservation judiciaire de {{number}}', holdHelp: 'Rien n’efface le scellé avant la mainlevée : ni un responsable, ni l’horloge. Les 28 jours d’un transfert cessent aussi de courir.', court: 'Juridiction', fileNumber: 'Numéro de dossier', holdReason: 'Pourquoi il doit être conservé', holdNow: 'Ordonner la conservation', held: '{{number}} est sous conservation judiciaire', needField: 'Nécessaire : le registre l’inscrit.',
    holds: 'Conservations judiciaires', onHold: 'Sous conservation judiciaire : rien ne l’efface.', onHoldTransfer: 'Sous conservation judiciaire : rien ne l’efface, pas même le terme des 28 jours. Dès la mainlevée, ce qui est échu est effacé aussitôt.', lifted: 'Mainlevée', lift: 'Donner mainlevée', liftTitle: 'Mainlevée de la conservation de {{court}}', liftHelp: 'Dès lors, le scellé peut être effacé. Ce qui est déjà échu l’est aussitôt, s’il est en transfert.', liftReason: 'Motif de la mainlevée', liftedNow: 'La conservation de {{number}} est levée',
    erase: 'Effacer', eraseTitle: 'Effacer {{number}}', eraseHelp: 'Les clés de ses fichiers sont détruites : plus personne ne peut les lire, pas même votre partie. Son numéro, sa traçabilité et un certificat demeurent ; qui en a emporté une copie est prié de la détruire. C’est irréversible.', eraseReason: 'Motif de l’effacement', eraseNow: 'Effacer définitivement', typeNumber: 'Saisissez {{number}} pour confirmer', needNumber: 'Ce n’est pas son numéro.', erasing: '{{number}} est en cours d’effacement',
    stubBanner: 'Effacé. Il en reste le numéro, la traçabilité et le certificat.', erasingBanner: 'Plus personne ne le consulte. Ses clés sont en cours de destruction ; le certificat suit.', erasedBanner: 'Les clés sont détruites. Le certificat, avec l’empreinte de chaque fichier, figure dans la traçabilité.',
    ground: 'Fondement', reason: 'Motif', decided: 'Décidé', byClock: 'par l’horloge', destroyed: 'Clés détruites', backups: 'Expiration de la dernière sauvegarde',
  },
} satisfies Translated<typeof source>;
