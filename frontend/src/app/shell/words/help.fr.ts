import type { help as source } from './help.en';
import type { Translated } from '@/i18n/translated';

export const help = {
  help: {
    open: 'Aide',
    title: 'Aide',
    screen: 'Cet écran',
    markings: 'Marquages',
    glossary: 'Glossaire',
    keyboard: 'Clavier',
    levels: 'Niveaux d’accès',
    tlp: 'Couleurs TLP',
    handling: 'Codes de traitement',
    noPage: 'Cet écran n’a pas de page d’aide.',
    means: 'Signification de « {{term}} »',
    search: 'Rechercher un terme',
    none: 'Aucun terme ne contient ces mots.',
    legend: 'Des barres et des mots indiquent le niveau d’accès. Un niveau comprend les niveaux inférieurs.',
  },
} satisfies Translated<typeof source>;
