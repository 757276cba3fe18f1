import type { installation as source } from './installation.en';
import type { Translated } from '@/i18n/translated';

export const installation = {
  installation: {
    health: 'État de l’installation',
    attentionOf_one: '{{count}} élément sur {{of}} demande votre attention',
    attentionOf_other: '{{count}} éléments sur {{of}} demandent votre attention',
    attentionOf_many: '{{count}} d’éléments sur {{of}} demandent votre attention',
    part: 'Élément',
    state: 'État',
    details: 'Détails et remède',
    well: 'Fonctionne',
    attention: 'Demande votre attention',
    off: 'Non configuré',
    unknown: 'Non connu ici',
    database: 'Base de données',
    worker: 'Tâches de fond',
    store: 'Stockage',
    audit_logs: 'Journaux d’audit',
    co_signers: 'Cosignataires du journal',
    time_stamps: 'Horodatages',
    scanner: 'Analyse antivirus',
    mail: 'Courrier électronique',
    backup: 'Dernière sauvegarde',
    jobs: 'Tâches prévues : {{count}}',
    named: 'Désignés par les équipes : {{count}}',
    messages: 'Messages à envoyer : {{count}}',
    unscanned: 'Fichiers à analyser : {{count}}',
    failing: 'En défaut : {{count}}',
    last: 'Dernier horodatage :',
    since: 'À envoyer depuis :',
    remedy_database: 'Vérifiez que PostgreSQL fonctionne et est accessible.',
    remedy_worker:
      'Vérifiez que le processus des tâches de fond fonctionne. La commande liaison jobs liste les tâches en échec et les relance.',
    remedy_store:
      'Vérifiez l’espace libre sous Stockage. Le journal du serveur nomme les fichiers endommagés : restaurez-les depuis une sauvegarde.',
    remedy_audit_logs:
      'Le journal du serveur nomme l’alarme. Le manuel d’exploitation décrit que faire pour chaque alarme.',
    remedy_co_signers:
      'Les responsables désignent les cosignataires dans le journal d’audit. La commande liaison cosigners liste ce que la signature attend.',
    remedy_time_stamps:
      'Définissez LIAISON_TIMESTAMP_AUTHORITIES, ou vérifiez que l’autorité répond. Le journal du serveur donne la raison.',
    remedy_scanner:
      'Définissez LIAISON_SCANNER, ou vérifiez que le démon fonctionne. Tant qu’il ne répond pas, les nouveaux fichiers n’ont pas d’aperçu.',
    remedy_mail: 'Définissez LIAISON_SMTP_HOST, ou envoyez un message d’essai sous Paramètres.',
    remedy_backup:
      'Liaison ne fait pas de sauvegardes. Vérifiez les vôtres et essayez une restauration comme le décrit le manuel d’exploitation.',
    founding: 'Création d’équipes',
    mayFound: 'Vous pouvez créer des équipes. Vous pouvez aussi autoriser d’autres comptes à le faire.',
    mayNotFound: 'Votre compte ne peut pas créer d’équipe. Autorisez la personne qui coordonne l’équipe à le faire.',
    found: 'Créer une équipe',
    allow: 'Choisir un compte',
    noContent:
      'Ces pages ne montrent aucun contenu d’une équipe. Chaque acte d’un opérateur figure dans le journal des opérateurs.',
  },
} satisfies Translated<typeof source>;
