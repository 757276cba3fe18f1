import type { routes as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const routes = {
  routes: {
    title: 'Choix de la voie',
    help: 'Voies légales vers des données à l’étranger, la meilleure d’abord, avec leurs motifs. Les délais proviennent des seules demandes de votre partie.',
    mayNot: 'Les responsables et contributeurs d’une partie consultent les voies.',
    question: 'Question',
    category: 'Données recherchées',
    country: 'Pays du fournisseur ou de l’autorité',
    authority: 'Votre autorité',
    anyAuthority: 'Non précisée',
    urgency: 'Urgence',
    show: 'Afficher les voies',
    empty: 'Aucune question posée',
    emptyHelp: 'Les voies figurent ici avec l’autorité qui émet chacune. Choisissez d’abord les données et le pays.',
    noOpinion:
      'Le catalogue n’est pas un avis juridique. Vérifiez les valeurs non vérifiées avant d’utiliser une voie.',
    routes: 'Voies',
    none: 'Aucune voie n’est enregistrée pour cette question. Les motifs figurent ci-dessous pour chaque instrument.',
    excluded: 'Autres instruments',
    authoriser: 'Émise par',
    deadline: 'Délai légal',
    noDeadline: 'Aucun enregistré',
    expected: 'Délai prévisible',
    noRecord: 'Aucun historique',
    lessThanADay: 'moins d’un jour',
    days_one: '{{count}} jour',
    days_other: '{{count}} jours',
    records_one: 'd’après {{count}} demande de votre partie',
    records_other: 'd’après {{count}} demandes de votre partie',
    start: 'Rédiger la demande',
  },
  routesAuthority: {
    prosecutor: 'Procureur',
    judge: 'Juge',
    investigating_judge: 'Juge d’instruction',
    court: 'Juridiction',
    other: 'Police ou autre autorité d’enquête',
    spoc: 'Point de contact unique (SPOC)',
    ncb: 'Bureau central national d’INTERPOL',
  },
  routesUrgency: {
    ordinary: 'Non urgent',
    urgent: 'Urgent',
    emergency: 'Risque pour la vie ou la sécurité',
  },
} satisfies Translated<typeof source>;
