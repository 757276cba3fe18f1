import type { disclosures as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const disclosures = {
  disclosures: {
    title: 'Versé à des procédures',
    ours: 'Versé à des procédures par votre partie',
    others: 'Versé à des procédures par d’autres, de ce que votre partie a versé au dossier commun',
    disclose: 'Verser à une procédure',
    discloseTitle: 'Verser {{number}} à une procédure',
    discloseHelp:
      'Ce qui est versé est inscrit avec l’empreinte de chaque fichier. La partie d’origine voit à quelle juridiction, quand et sur quel inventaire ; les termes de votre motif sont lus par votre propre partie et par les auditeurs.',
    court: 'Juridiction',
    proceeding: 'Procédure',
    file_number: 'Numéro de dossier de la juridiction',
    schedule: 'Inventaire',
    need: 'Cela figure au récépissé.',
    discloseYes: 'Inscrire le versement',
    done: 'Versement inscrit',
    by: 'par {{seat}},',
    receipt: 'Télécharger le récépissé',
    tellCourt: 'Révoqué par la partie d’origine : avisez la juridiction.',
    recalled: 'Révoqué depuis :',
  },
  schedule: { used: 'Pièces utilisées', unused: 'Pièces non utilisées', sensitive: 'Pièces sensibles' },
} satisfies Translated<typeof source>;
