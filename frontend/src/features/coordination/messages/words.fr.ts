import type { messageEntries as entriesSource, messageFacts as factsSource, messages as source, messagesAsked as askedSource, messagesRefused as refusedSource } from './words.en';
import type { Translated } from '@/i18n/translated';

export const messages = {
  messages: {
    title: 'Messages',
    channels: 'Canaux', open: 'Ouvrir un canal', whole: 'Toute l’équipe', wholeHelp: 'Chaque partie de l’Union, et celles qui la rejoindront à compter de ce moment.', some: 'Certaines parties', forWhom: 'Pour qui', name: 'Nom', nameHelp: 'Comme on l’appellera. Ses parties le voient, leurs auditeurs aussi.',
    yours: 'La vôtre en est toujours.', stays: 'Les parties d’un canal ne changent jamais. Pour y associer quelqu’un d’autre, ouvrez-en un nouveau.', service: 'Les textes peuvent être envoyés au service de traduction de l’exploitant', serviceHelp: 'Ils quittent alors la maison. Non, sauf si vous le dites ; cela ne change plus ensuite.', serviceOn: 'Les textes de ce canal peuvent être envoyés au service de traduction de l’exploitant.',
    opened: '{{name}} est ouvert', needName: 'Indiquez son nom.', beyond: 'N’en sont pas : {{parties}}. Ce qui est adressé hors de l’Union exige une attestation (règlement (UE) 2023/969, art. 17, § 2) qu’un échange ne peut avoir.',
    empty: 'Aucun canal pour l’instant', emptyHelp: 'Ouvrez-en un pour toute l’équipe, ou pour les parties qui travaillent ensemble.', emptyReader: 'Un canal qu’un chef d’équipe ou un coordinateur ouvre pour votre partie apparaît ici aussitôt.', emptyBeyond: 'Les canaux sont réservés aux parties de l’Union. Ce qui est adressé hors d’elle exige une attestation (règlement (UE) 2023/969, art. 17, § 2) qu’un échange ne peut avoir.',
    choose: 'Choisissez un canal', chooseHelp: 'Chacun indique s’il contient du nouveau.', back: 'Tous les canaux',
    unread_one: '{{count}} non lu', unread_other: '{{count}} non lus', many: 'plus de {{count}} non lus', named: 'vous nomme', closed: 'clos', closedBy: 'Clos par {{seat}} : {{reason}} Ce qui y a été dit reste lisible.',
    close: 'Clore le canal', closeTitle: 'Clore {{name}}', closeHelp: 'Plus rien n’y est dit. Il reste lisible : les échanges aussi longtemps que le prévoit l’accord, les décisions avec le registre.', closeReason: 'Pourquoi',
    timeline: 'Ce qui a été dit dans {{name}}', silent: 'Rien n’a encore été dit', silentHelp: 'Écrivez ci-dessous, ou consignez une décision.', earlier: 'Antérieurs', later: 'Suivants', fresh: 'Nouveau depuis votre dernière lecture',
    talk: 'Échange', decision: 'Décision', off: 'Non consigné', on: 'Consigné', offHelp: 'Le registre n’en contient rien. Effacé après {{days}} jours.', onHelp: 'Une inscription au registre, pour de bon : ses parties et leurs auditeurs la lisent, les dossiers la portent.',
    kind: 'Ce que vous écrivez', say: 'Dire', record: 'Consigner', write: 'Écrire sans consigner', writeDecision: 'Écrire une décision à consigner', keys: 'Ctrl et Entrée l’envoient.',
    sure: 'Consigner cette décision ?', sureHelp: 'Elle devient une inscription au registre sous votre siège. Elle n’est jamais modifiée ni retirée ; une autre décision peut la rectifier.', sureRight: 'Elle rectifie la décision de {{seat}}. Les deux demeurent.',
    mention: 'Nommer un siège', link: 'Mentionner un scellé', linkNote: 'Qui ne peut le voir lit « un scellé ».', exhibit: 'un scellé',
    correct: 'Corriger', correctTitle: 'Corriger ce que vous avez dit', correctHelp: 'Ce qui était dit auparavant reste à côté.', corrected: 'corrigé', former: 'Dit auparavant', until: 'jusqu’à', save: 'Corriger',
    takeBack: 'Retirer', takeBackTitle: 'Retirer ce que vous avez dit ?', takeBackHelp: 'Les mots disparaissent pour tous, les précédents aussi. Que vous ayez dit quelque chose demeure.', takenBack: 'Retiré', erased: 'Effacé du registre',
    putRight: 'Rectifier', puttingRight: 'Rectifie la décision de {{seat}}', putRightBy: 'Rectifiée par une décision ultérieure', putsRight: 'Rectifie une décision antérieure', entry: 'Inscription {{position}}', pending: 'Inscription en cours',
    translate: 'Traduire', translateTitle: 'Joindre une traduction', language: 'Langue', translation: 'Traduction', original: 'Original', translateHelp: 'Sous le code de votre siège. L’original fait foi.', translateRecord: 'À côté d’une décision, elle est consignée elle aussi.', by: 'traduit par {{seat}}', byMachine: 'Traduction automatique ({{service}}), demandée par {{seat}}. Non certifiée.', ofFormer: 'De ce qui était dit auparavant', needText: 'Écrivez la traduction.', keep: 'Joindre', ask: 'Demander au service', askHelp: 'Le texte est envoyé à {{service}}, hors de la maison. Ce qui revient est marqué comme automatique.',
    search: 'Chercher dans les messages', searchHelp: 'Des mots qui ont été dits', found_one: '{{count}} message trouvé', found_other: '{{count}} messages trouvés', foundMore: 'Plus de {{count}} messages trouvés', nothing: 'Rien n’a été dit avec ces mots', nothingHelp: 'La recherche porte sur des mots entiers, dans vos canaux.', end: 'Terminer la recherche', in: 'dans {{name}}',
    you: 'Vous', more: 'Ce que vous pouvez en faire', rule: 'Les échanges sont gardés {{days}} jours', ruleBy: 'clause {{clause}}', ruleNone: 'l’accord ne prévoit rien d’autre', setRule: 'Inscrire une clause', ruleTitle: 'Durée de conservation des échanges', ruleHelp: 'Telle que la prévoit une clause de l’accord. Elle vaut aussi pour ce qui a été dit : une durée plus courte efface aussitôt.', days: 'Jours', clause: 'Clause', ruleSaved: 'Les échanges sont gardés {{days}} jours',
  },
} satisfies Translated<{ messages: (typeof source)['messages'] }>;

export const messageFacts = {
  'talk.agreed': 'a inscrit la durée de conservation des échanges', 'channel.opened': 'a ouvert un canal', 'channel.closed': 'a clos un canal',
  'decision.recorded': 'a consigné une décision', 'decision.corrected': 'a rectifié une décision', 'decision.mentioned': 'a mentionné un scellé dans une décision', 'decision.translated': 'a traduit une décision',
} satisfies Translated<typeof factsSource>;

export const messageEntries = {
  'talk.agreed': 'Clause sur les échanges inscrite', 'channel.opened': 'Canal ouvert', 'channel.closed': 'Canal clos',
  'decision.recorded': 'Décision', 'decision.corrected': 'Décision rectifiée', 'decision.mentioned': 'Scellé mentionné dans une décision', 'decision.translated': 'Décision traduite',
} satisfies Translated<typeof entriesSource>;

export const messagesAsked = {
  'GET channels': 'les canaux', 'POST channels': 'ouvrir un canal', 'GET channels {channel}': 'un canal', 'POST channels {channel} closing': 'clore un canal', 'POST channels {channel} reading': 'lire jusqu’à un message', 'GET channels {channel} messages': 'ce qui a été dit dans un canal', 'POST channels {channel} messages': 'dire quelque chose', 'POST channels {channel} decisions': 'consigner une décision', 'PUT channels {channel} messages {message}': 'corriger ce qui a été dit', 'DELETE channels {channel} messages {message}': 'retirer ce qui a été dit', 'POST channels {channel} messages {message} translations': 'traduire ce qui a été dit', 'POST channels {channel} messages {message} machine-translations': 'demander au service de traduction', 'GET messages': 'chercher dans ce qui a été dit', 'GET talk-rules': 'la durée de conservation des échanges', 'POST talk-rules': 'inscrire la durée de conservation des échanges',
} satisfies Translated<typeof askedSource>;

export const messagesRefused = {
  'channel-closed': 'Ce canal est clos : ce qui y a été dit reste lisible. Rien n’a été modifié.',
  'on-record': 'Une décision consignée n’est jamais modifiée : rectifiez-la par une autre. Rien n’a été modifié.',
  'off-record': 'Ceci est un échange : son auteur le corrige. Rien n’a été consigné.',
  'not-your-message': 'Seul l’auteur modifie ce qu’il a dit ; une décision est rectifiée par qui l’a consignée, ou par un chef d’équipe de cette partie. Rien n’a été modifié.',
  'taken-back': 'Il a été retiré. Rien n’a été modifié.',
  'corrected-already': 'Elle a déjà été rectifiée : rectifiez cette dernière. Rien n’a été consigné.',
  'links-changed': 'Vous n’y voyez plus les mêmes pièces. Relisez-le. Rien n’a été modifié.',
  'corrected-meanwhile': 'Il a été corrigé entre-temps. Relisez-le. Rien n’a été modifié.',
  'translation-off': 'Aucun texte de ce canal ne va à un service de traduction : l’exploitant n’en a prévu aucun, ou le canal a été ouvert sans. Rien n’a été envoyé.',
  'translation-failed': 'Le service de traduction n’a rien traduit. Le texte lui a été envoyé ; rien n’a été modifié ici.',
  'nothing-to-translate': 'Il n’y a plus de mots à traduire. Rien n’a été modifié.',
  'too-many-translations': 'Un message a 40 traductions au plus. Rien n’a été modifié.',
  'corrected-too-often': 'Ce qui est dit se corrige 40 fois au plus : retirez-le, ou redites-le. Rien n’a été modifié.',
} satisfies Translated<typeof refusedSource>;
