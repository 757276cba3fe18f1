import terms from '@terms/states.fr.json';
import type { disclosures as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const disclosures = {
  disclosures: {
    title: 'Versements en procédure',
    ours: 'Versées par votre partie',
    others: 'Pièces de votre partie versées par d’autres',
    disclose: 'Verser à une procédure',
    discloseTitle: 'Verser la pièce {{number}} à une procédure',
    discloseHelp:
      'L’empreinte de chaque fichier est enregistrée. L’autorité d’origine voit la juridiction, la date et l’inventaire. Votre motif n’est lu que par votre partie et par les auditeurs.',
    court: 'Juridiction',
    proceeding: 'Procédure',
    file_number: 'Numéro de dossier de la juridiction',
    schedule: 'Inventaire',
    need: 'Obligatoire : cette mention figure au récépissé.',
    discloseYes: 'Enregistrer le versement',
    done: 'Versement enregistré',
    by: 'par {{seat}},',
    receipt: 'Télécharger le récépissé',
    tellCourt: 'Retirée par l’autorité d’origine : avisez la juridiction.',
    recalled: 'Retirée depuis :',
  },
  schedule: terms.schedule,
} satisfies Translated<typeof source>;
