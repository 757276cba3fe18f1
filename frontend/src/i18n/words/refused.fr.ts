import { messagesRefused } from '@/features/coordination/messages/words.fr';
import { signingRefused } from '@/features/coordination/signing/words.fr';
import type { refused as source } from './refused.en';
import type { Translated } from '@/i18n/translated';

/** Ce que le serveur refuse, d’après le code de son document de problème. */
export const refused = {
  refused: {
    'acknowledge-h3': 'Il faut d’abord prendre acte des conditions de la partie d’origine (H3). Rien n’a été consulté.',
    'already-confirmed': 'Votre partie l’a déjà confirmé. Rien n’a été modifié.',
    'already-seated': 'Ce siège est déjà occupé. Rien n’a été modifié.',
    'beyond-parents':
      'Il repose sur ce qu’une autre partie a recueilli, et qu’elle n’a pas communiqué si loin à ces personnes. Rien n’a été modifié. La tentative est inscrite, et cette partie en est avertie.',
    'beyond-own-release':
      'Il repose sur ce qui est communiqué à des personnes désignées de votre partie, et à nulle autre. Rien n’a été modifié.',
    'files-not-viewed':
      'Des fichiers restent à consulter avant ce verdict. Aucun verdict n’a été rendu ; consultez-les d’abord.',
    'own-party-designated':
      'Un responsable d’une autre partie confirme qui s’est désigné soi-même. Rien n’a été modifié.',
    'no-longer-waits': 'Cette désignation n’attend plus. Rien n’a été modifié.',
    'sample-so-already': 'C’est déjà le nombre inscrit. Rien n’a été modifié.',
    'nobody-could-decide':
      'Ce dont il est tiré n’est communiqué à aucun chef d’équipe de votre partie : personne ne pourrait en décider. Rien n’a été créé.',
    'too-many-feeds':
      'Vous avez autant d’adresses d’agenda qu’un siège peut en avoir. Révoquez-en une d’abord ; rien n’a été créé.',
    'parents-changed': 'Ce dont il est tiré vient d’être modifié. Rien n’a été créé ; recommencez.',
    'originators-own': 'Votre propre partie l’a recueilli : ce qui y disculpe, elle le verse. Rien n’a été signalé.',
    'not-restricted': 'Il ne porte ni H1 ni H2 : rien n’empêche de le verser. Rien n’a été signalé.',
    'flag-decided': 'C’est déjà décidé, et le reste. Rien n’a été modifié.',
    'not-to-audit':
      'Un expert, l’auditeur de l’équipe ou celui d’une partie qui a obtenu le scellé ordonne un contrôle. Rien n’a été ordonné.',
    'no-files': 'Aucun fichier conservé à contrôler. Rien n’a été ordonné.',
    'order-waits': 'Votre ordre attend déjà ; son résultat figurera dans la traçabilité.',
    'judicial-seats-only': 'Seuls les sièges judiciaires exportent l’historique de scellés pour la défense.',
    'auditors-only': 'Seuls les auditeurs exportent ce que demande une autorité de contrôle.',
    'team-auditor-only': 'Seul l’auditeur de toute l’équipe exporte cela pour toute l’équipe.',
    'own-party-only': 'Seuls les sièges de la partie exportent cela de leur partie.',
    'leaders-and-auditors-only': 'Seuls les responsables et les auditeurs de la partie exportent cela.',
    'too-many-under-way':
      'Cinq de vos dossiers sont déjà en cours. Attendez que l’un soit prêt, ou annulez-en un. Rien n’a été demandé.',
    'not-under-way': 'Le dossier n’est plus en cours. Rien n’a été modifié.',
    'bundle-damaged': 'Le dossier conservé est endommagé. Prévenez l’exploitant et demandez de nouveau le dossier.',
    'bundle-expired': 'Le dossier a été conservé le temps prévu, puis supprimé. Demandez-le de nouveau.',
    corrected: 'Une autre fiche corrige déjà celle-ci. Rien n’a été consigné.',
    'auditor-only': 'Seul l’auditeur de toute l’équipe en exporte l’archive.',
    complete: 'Le fichier est complet. Il fait partie du scellé et ne s’efface pas.',
    demonstration: 'Les comptes de démonstration partagent un même mot de passe ; il ne se modifie pas.',
    'email-taken': 'Cette adresse a déjà un compte.',
    exists: 'Quelqu’un d’autre a décidé pour cette partie au même instant. Vérifiez.',
    'foreign-origin':
      'Cette demande ne vient pas de la page de Liaison. Ouvrez la page à sa propre adresse et réessayez.',
    'label-void': 'Cette étiquette a été annulée : rien n’est enregistré sous elle. Prenez-en une autre.',
    'label-void-already': 'Cette étiquette est déjà annulée. Rien n’a été modifié.',
    'link-over': 'Ce lien ne peut plus être lancé. Consultez de nouveau le scellé.',
    'may-not-found': 'Votre compte ne permet pas de constituer une équipe. L’exploitant accorde ce droit.',
    'needs-leader': 'Un chef d’équipe de votre partie décide de ce que les autres peuvent voir. Rien n’a été modifié.',
    'name-changed':
      'Le nom de ce siège a été modifié entre-temps. Fermez cette fenêtre, relisez le nom, puis confirmez-le. Rien n’a été modifié.',
    'no-name': 'La proposition ne nomme personne. Modifiez d’abord le nom, puis confirmez. Rien n’a été modifié.',
    'same-name': 'Le siège porte déjà ce nom. Rien n’a été modifié.',
    'agreed-name':
      'Toutes les parties ont consenti à ce nom. Mettez fin au siège et proposez-le de nouveau. Rien n’a été modifié.',
    'no-account':
      'Cette personne n’a pas encore de compte sur ce serveur. L’exploitant en crée un ; confirmez ensuite de nouveau.',
    'no-controller-designated':
      'Aucun responsable du traitement n’est encore désigné pour ce que versent les pays tiers et les autorités judiciaires internationales (règlement (UE) 2023/969, art. 23, § 2). Rien n’a été créé.',
    'no-file': 'Le scellé n’a aucun fichier qui puisse être consulté.',
    'no-party': 'Seule une partie peut apporter un scellé.',
    'no-rendition': 'Rien de ce scellé ne se montre dans le navigateur. Il ne peut qu’être pris.',
    'not-ready': 'Ce n’est pas encore prêt.',
    'nothing-to-decide': 'Il n’y a rien à décider : le fichier n’attend plus de décision.',
    'opening-ended': 'Le temps de cette consultation est écoulé. Consultez à nouveau le scellé.',
    'break-glass-closed':
      'La glace ne peut être brisée ici : la partie d’origine ne l’autorise pas, le scellé se consulte sans cela, ou une consultation d’urgence attend son examen ou n’était pas justifiée. Rien n’a été consulté.',
    'reviewed-already': 'Elle a déjà été examinée. Rien n’a été modifié.',
    'review-it': 'Une consultation d’urgence s’examine et ne se clôt pas autrement. Rien n’a été modifié.',
    'alert-acknowledged': 'Elle est déjà close. Rien n’a été modifié.',
    'not-the-owner': 'Un autre responsable répond de l’une d’elles. Reprenez-la d’abord ; rien n’a été modifié.',
    'owner-already': 'Ce responsable en répond déjà. Rien n’a été modifié.',
    'working-session-open':
      'Une de vos sessions de travail est déjà en cours. Mettez-y d’abord fin ; rien n’a commencé.',
    'working-session-over':
      'Cette session de travail est terminée. Motivez cette consultation, ou commencez-en une autre. Rien n’a été consulté.',
    'witness-named-already':
      'Votre partie a déjà un témoin, à retirer d’abord ; ou cette clé a déjà été désignée dans cette équipe. Rien n’a changé.',
    'just-checked':
      'Elle a été contrôlée il y a moins d’une heure ; le résultat figure dans sa traçabilité. Rien n’a été ordonné.',
    'quorum-so-already': 'C’est déjà le quorum. Rien n’a été modifié.',
    'quorum-without-witnesses':
      'Moins de témoins comptent que convenu, et aucune politique n’exige ce que nul ne peut atteindre. Désignez d’abord les témoins.',
    'not-your-witness': 'Les responsables d’une partie retirent eux-mêmes son témoin. Rien n’a changé.',
    'originator-only': 'Seule la partie d’origine en décide. Rien n’a été modifié.',
    'other-party': 'Seul un chef d’équipe de cette partie décide de ses sièges.',
    'verified-already':
      'Il a été vérifié, ou retiré. Rien n’a été modifié ; enregistrez ce qui est nouveau comme un scellé distinct.',
    'verification-refused': 'Un administrateur a refusé le scellé ; il n’est communiqué à personne.',
    'in-quarantine':
      'Les administrateurs le consultent jusqu’à leur verdict. Rien n’a été modifié ; retirez-le plutôt.',
    'not-in-quarantine': 'Il n’attend pas de verdict que vous puissiez rendre. Rien n’a été modifié.',
    'gate-open': 'C’est déjà fait, ou ce n’est pas demandé. Rien n’a été modifié.',
    'waits-already':
      'Une communication à cette partie est déjà en attente. Abandonnez-la d’abord, ou laissez-la aboutir. Rien n’a été modifié.',
    'wish-over': 'La communication serait déjà échue. Abandonnez-la. Rien n’a été signé.',
    'not-the-uploader':
      'Signe qui a enregistré le scellé ou en a versé un fichier, ou un chef d’équipe de la partie d’origine. Rien n’a été signé.',
    'outbound-gate-closed':
      'Rien n’est adressé à un pays tiers sans contrôle préalable (règlement (UE) 2023/969, art. 17, § 2). Rien n’a été modifié.',
    busy: 'Trop de choses se passent en ce moment, ou d’autres modifient la même chose. Rien n’a été modifié ; réessayez.',
    'outcome-unknown':
      'La base de données a disparu pendant l’enregistrement. C’est peut-être fait, peut-être pas : vérifiez avant de recommencer.',
    'own-proposal': 'Vous avez proposé ce siège : un autre chef d’équipe de votre partie le confirme.',
    'own-release': 'L’accès de la partie d’origine ne se révoque pas ; retirez plutôt le scellé.',
    'own-seat': 'Nul ne confirme son propre siège.',
    'party-exists': 'Cette partie est déjà dans l’équipe. Rien n’a été modifié.',
    'rendition-pending':
      'Les pages à lire ne sont pas encore prêtes. Réessayez dans un instant. Si cela dure, ce qui est conservé ne peut être lu pour l’instant : demandez à l’hébergeur de vérifier.',
    'action-moved-on':
      'Quelqu’un a été plus rapide : l’action est désormais dans un autre état. Regardez-la, et dites-le de nouveau. Rien n’a été modifié.',
    'action-over': 'L’action est finie. Rien n’a été modifié.',
    'h-hour-passed': 'L’heure H est passée : ce qui a été dit demeure. Rien n’a été modifié.',
    'line-changed': 'Le texte pour la presse a changé entre-temps. Lisez-le d’abord. Rien n’a été approuvé.',
    'line-erased': 'Le contenu du texte pour la presse a été effacé. Rédigez-le de nouveau. Rien n’a été approuvé.',
    'meant-otherwise':
      'L’heure H a été déplacée entre-temps, ou la nature de la journée a changé. Regardez-la, et prononcez-vous pour ce qu’elle est désormais. Rien n’a été dit.',
    'clock-ahead':
      'Ce moment n’est pas encore venu à l’horloge du serveur. Réglez l’horloge de cet appareil, et dites-le de nouveau. Rien n’a été modifié.',
    'before-the-day':
      'Ce moment précède la préparation de la journée d’action. Vérifiez l’horloge de cet appareil, et dites-le de nouveau. Rien n’a été modifié.',
    'before-the-last':
      'Ce moment précède nettement le dernier fait enregistré. Vérifiez l’horloge de cet appareil, et dites-le de nouveau. Rien n’a été modifié.',
    'entry-lifted': 'La mention a déjà été levée. Rien n’a été modifié.',
    'no-such-course':
      'La journée d’action ne passe pas de son état à celui-là. Regardez de nouveau ; quelqu’un l’a peut-être fait évoluer.',
    'no-such-move': 'L’action ne passe pas de cet état à celui-là. Rien n’a été modifié.',
    'not-deciding': 'Les responsables et les coordinateurs actent les décisions. Rien n’a été enregistré.',
    'not-taking-part': 'Votre partie ne prend pas part à cette journée d’action. Rien n’a été modifié.',
    'not-your-action': 'Seule sa propre partie prévoit et fait évoluer une action. Rien n’a été modifié.',
    'not-your-entry': 'Seule la partie qui l’a inscrite lève une mention. Rien n’a été modifié.',
    'not-your-move': 'Seul un responsable de sa partie le fait. Rien n’a été modifié.',
    'not-your-operation':
      'Les coordinateurs, et les responsables de la partie qui l’a préparée, modifient une journée d’action. Rien n’a été modifié.',
    'operation-closed': 'La journée d’action est close. Rien n’a été modifié.',
    'operation-live': 'La journée d’action est en cours : suspendez-la d’abord. Rien n’a été modifié.',
    'operation-not-live': 'La journée d’action n’était pas en cours à ce moment. Rien n’a été modifié.',
    'operation-not-planned': 'Les parties se prononcent sur une journée prévue ou en cours. Rien n’a été dit.',
    'no-such-step':
      'La tâche ne passe pas de son état à celui-là. Regardez de nouveau ; quelqu’un l’a peut-être fait évoluer.',
    'not-your-step': 'Le responsable exécute la tâche ; qui l’a confiée l’annule et la rouvre. Rien n’a été modifié.',
    'not-your-answer':
      'Le responsable ou un chef d’équipe de sa partie accepte une tâche ou la décline. Rien n’a été modifié.',
    'coordinator-only': 'Seuls les coordinateurs disent ce qui attend quoi. Rien n’a été modifié.',
    'task-not-accepted': 'Nul n’a encore accepté cette tâche. Rien n’a été modifié.',
    'waits-in-a-circle':
      'Cette tâche attend celle-ci, ou c’est elle : elles s’attendraient en rond. Rien n’a été modifié.',
    ...messagesRefused,
    ...signingRefused,
    'not-your-task':
      'Seuls le responsable, le siège qui l’a confiée et les coordinateurs modifient cette tâche. Rien n’a été modifié.',
    'overseer-only': 'Seul qui a confié cette tâche, ou coordonne, en modifie les termes. Rien n’a été modifié.',
    'task-closed': 'La tâche est close. Rouvrez-la d’abord. Rien n’a été modifié.',
    'time-never-shown':
      'Les horloges de ce lieu n’indiquent jamais cette heure : elles sont avancées. Choisissez-en une autre.',
    'time-shown-twice': 'Les horloges de ce lieu indiquent deux fois cette heure. Dites laquelle il faut entendre.',
    'role-may-not': 'Votre rôle dans cette équipe ne le prévoit pas. Rien n’a été modifié.',
    'seat-exists':
      'Cette personne a déjà un siège dans cette équipe, ou une proposition de siège. Rien n’a été modifié.',
    'last-leader':
      'C’est le dernier chef d’équipe de la partie : plus personne ne pourrait décider pour elle. Installez d’abord un autre chef d’équipe. Rien n’a été modifié.',
    'seat-ended': 'Ce siège a déjà pris fin. Rien n’a été modifié.',
    'seat-not-seated': 'Seul un siège occupé peut être suspendu. Rien n’a été modifié.',
    'seat-not-suspended': 'Seul un siège suspendu peut être rétabli. Rien n’a été modifié.',
    'own-party':
      'Un administrateur ne suspend pas sa propre partie : nul n’y pourrait la rétablir. Rien n’a été modifié.',
    'party-not-active': 'Cette partie ne participe déjà plus. Rien n’a été modifié.',
    'no-leaving-clause':
      'Rien n’est inscrit de ce que l’accord dit d’une partie qui quitte l’équipe. Un administrateur inscrit d’abord la clause. Rien n’a été modifié.',
    'leaves-already': 'Cette partie quitte déjà l’équipe, ou l’a quittée. Rien n’a été modifié.',
    'not-leaving': 'Personne n’a déclaré le départ de cette partie. Rien n’a été modifié.',
    left: 'La partie qui l’a versé a quitté l’équipe : personne ne consentirait. Rien n’a été demandé.',
    'changed-meanwhile':
      'Une partie concernée quitte l’équipe, ou il en a été décidé autrement à cet instant. Rien n’a été modifié.',
    'party-left': 'Cette partie a quitté l’équipe. Rien n’a été modifié.',
    'its-leaders-only':
      'Un chef de cette partie dit si elle part ; un administrateur, lorsque plus aucun chef n’y agit. Rien n’a été modifié.',
    'nobody-keeps-the-team':
      'Aucune autre partie n’a à la fois un administrateur et un coordinateur : personne ne tiendrait l’équipe. Attribuez d’abord ces sièges. Rien n’a été modifié.',
    'party-not-suspended': 'Cette partie n’est pas suspendue. Rien n’a été modifié.',
    'zero-bytes': 'Un fichier de zéro octet ne prouve rien et n’est pas reçu. Vérifiez la source.',
    'other-offence-needs-consent':
      'L’usage pour une autre infraction exige le consentement exprès de la partie d’origine. Demandez cette finalité depuis le scellé. Rien n’a été consulté.',
    'court-use-not-consented':
      'Le scellé porte H1 : demandez à la partie d’origine de consentir à votre usage en justice. Rien n’a été versé.',
    'judicial-only': 'Votre partie réserve cela à ses sièges judiciaires. Rien n’a été modifié.',
    'no-judicial-leader':
      'Nul ne pourrait décider : aucun responsable judiciaire de votre partie ne siège. Rien n’a été modifié.',
    'reserved-so-already': 'Il en est déjà ainsi. Rien n’a été modifié.',
    'erasure-waits': 'Un effacement attend déjà un second responsable. Rien n’a été modifié.',
    'needs-second-leader': 'Un autre responsable que celui qui a décidé confirme. Rien n’a été modifié.',
    'recall-needs-second-leader':
      'Quelqu’un perdrait ainsi le scellé, et votre partie exige un second responsable pour révoquer. Révoquez, ce qu’un autre responsable confirmera ; puis communiquez de nouveau. Rien n’a été modifié.',
    'no-second-leader':
      'Aucun second responsable de votre partie ne siège : plus rien ne pourrait être décidé. Faites-en d’abord siéger un. Rien n’a été modifié.',
    'four-eyes-so-already': 'Il en est déjà ainsi. Rien n’a été modifié.',
    unchecked:
      'Ce scellé peut contenir des éléments couverts par le secret ou abusifs, et aucun siège de filtrage n’a encore donné son aval. Rien n’a été ouvert.',
    privileged:
      'Un siège de filtrage l’a jugé couvert par le secret : son contenu reste fermé, et il n’est communiqué à personne.',
    'closed-already': 'Il est déjà fermé. Rien n’a été modifié.',
    'not-the-filter':
      'Il n’attend pas votre verdict : seul un siège de filtrage désigné, qui n’en a rien apporté, en rend un. Rien n’a été modifié.',
    'joint-originator':
      'Cette partie l’a recueilli conjointement : son propre accès ne se modifie ni ne se révoque. Rien n’a été modifié.',
    'keeper-releases':
      'La partie qui garde ce scellé le communique, avec l’accord de chacune de celles qui l’ont recueilli. Vous restreignez ou révoquez une communication, ou retirez le scellé. Rien n’a été modifié.',
    'not-to-agree':
      'Un responsable d’une partie qui l’a recueilli conjointement y consent, et personne deux fois. Rien n’a été modifié.',
    'another-closing':
      'La clôture que vous avez lue a été retirée, et une autre déclarée. Lisez-la d’abord. Rien n’a été modifié.',
    'agreed-already': 'Votre partie y a déjà consenti. Rien n’a été modifié.',
    'joint-not-agreed':
      'Il a été recueilli conjointement, et toutes les parties d’origine n’ont pas consenti à son effacement. Rien n’a été effacé.',
    'filtered-already':
      'Le scellé a été filtré tel quel ; rien ne s’y ajoute. Enregistrez ce qui est nouveau comme un scellé distinct.',
    'not-from-here': 'Cela ne suit pas de l’état de l’objet. Rien n’a été inscrit.',
    'key-used': 'Autre chose a été envoyé sous cette clé. Rien n’a été inscrit ; envoyez ceci de nouveau.',
    'handover-open': 'Une remise est proposée et sans réponse : répondez ou retirez-la d’abord. Rien n’a été inscrit.',
    'in-anothers-hands':
      'Un autre siège l’a en main et s’en défait lui-même ; une rectification dit où cela est faux. Rien n’a été inscrit.',
    'sealed-already': 'Il porte déjà un sceau : ouvrez-le d’abord. Rien n’a été inscrit.',
    'not-sealed': 'Il n’y a pas de sceau à ouvrir. Rien n’a été inscrit.',
    'on-hold': 'Une conservation judiciaire est en vigueur : il n’est pas détruit. Rien n’a été inscrit.',
    'not-to-record':
      'Les membres de la partie qui a recueilli le scellé et de celle qui le détient inscrivent ce qui en est fait. Rien n’a été inscrit.',
    'not-to-hand-over':
      'Le siège qui l’a en main le remet ; si personne ici ne l’a, les membres de la partie qui en répond. Rien n’a été inscrit.',
    'not-ones-answer':
      'Le siège à qui il est proposé le reçoit ou le refuse ; qui l’a proposé, ou a recueilli le scellé, retire la remise. Rien n’a été inscrit.',
    'handover-answered': 'La réponse est déjà donnée. Rien n’a été inscrit.',
    'not-ones-own': 'Qui l’a inscrit le rectifie, ou la partie qui a recueilli le scellé. Rien n’a été inscrit.',
    changed: 'Cela a changé à l’instant. Rien n’a été inscrit ; regardez à nouveau.',
    'holder-only': 'Le siège qui a pris la copie, ou un responsable de sa partie, en répond. Rien n’a été modifié.',
    'not-asked': 'Personne ne demande ce qu’il est advenu de cette copie. Rien n’a été modifié.',
    'copy-destroyed': 'La copie est détruite ; il n’y a plus rien à en dire. Rien n’a été modifié.',
    'answered-already':
      'Il y a déjà une réponse, ou le délai est passé : le silence valait refus. Regardez de nouveau.',
    'asked-party-only': 'Un chef d’équipe de la partie interrogée répond. Rien n’a été modifié.',
    'have-it-already': 'Votre partie peut déjà l’utiliser en justice. Rien n’a été demandé.',
    'h1-needs-consent':
      'Le scellé porte H1 : pas de dossier pour une juridiction sans que la partie d’origine consente à cet usage. Demandez-le depuis le scellé. Rien n’a été exporté.',
    'h2-needs-consent':
      'Le scellé porte H2 : indiquez comme fondement en vertu de quel consentement il est transmis plus loin, ou laissez la partie demander. Rien n’a été communiqué.',
    'not-granted': 'Il n’y a pas de consentement à retirer. Rien n’a été modifié.',
    'not-your-request': 'Qui a demandé, ou un chef d’équipe de sa partie, reprend une demande. Rien n’a été modifié.',
    'own-exhibit': 'Votre propre partie est à l’origine du scellé ; nul autre n’a à consentir.',
    recalled: 'La partie qui demande ne voit plus le scellé. Rien n’a été modifié.',
    erased: 'Le scellé est effacé : il en reste le numéro et la traçabilité. Rien n’a été modifié.',
    'trial-phase':
      'La phase opérationnelle de cette équipe est close : rien de nouveau n’y entre. Consultations, consentements et versements aux procédures se poursuivent.',
    'phase-so-already': 'L’équipe est déjà dans cette phase. Rien n’a été modifié.',
    'team-closed':
      'Cette équipe est close : son registre a reçu sa dernière inscription. Elle peut être consultée ; plus rien n’y est inscrit.',
    'not-in-trial': 'Une équipe est close après sa phase du procès : passez-y d’abord. Rien n’a été déclaré.',
    'closes-already': 'La clôture de l’équipe est déclarée. Renoncez-y d’abord. Rien n’a été modifié.',
    'parties-not-agreed': 'Un responsable de chaque partie consent d’abord. Rien n’a été clos.',
    'something-waits':
      'Quelque chose attend qui ne doit pas être interrompu. Ce que vous n’en voyez pas, les responsables de la partie le voient. Rien n’a été clos.',
    'own-entries':
      'Seul un responsable de la partie dont c’est l’inscription en efface des champs. Rien n’a été effacé.',
    'too-many-blanks':
      'Votre partie a déjà autant d’étiquettes vierges sans scellé que permis. Utilisez-les d’abord, ou annulez celles qui sont perdues ; rien n’a été créé.',
    'must-stand':
      'Elle doit rester telle quelle : une conservation judiciaire, un signalement à décharge ou une communication à une procédure porte sur ce dont elle traite, ou un effacement est déjà en attente. Rien n’a été effacé.',
    'legal-hold': 'Il est sous conservation judiciaire. Rien n’a été effacé.',
    'not-due': 'Il n’est ni retiré ni échu pour réexamen. Rien n’a été effacé.',
    'for-transfer':
      'Il est en transfert : il est effacé après le dernier téléchargement prévu, au plus tard 28 jours après le versement. Rien n’a été modifié.',
    'not-to-hold':
      'Un responsable de la partie d’origine ordonne la conservation, ou un siège judiciaire d’une partie qui l’a versé à une procédure. Rien n’a été ordonné.',
    'not-to-lift': 'Qui a ordonné la conservation la lève. Rien n’a été modifié.',
    'lifted-already': 'La conservation est déjà levée. Rien n’a été modifié.',
    withdrawn: 'Le scellé est retiré et ne se modifie plus.',
  },
} satisfies Translated<typeof source>;
