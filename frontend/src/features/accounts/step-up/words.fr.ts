import type { Translated } from '@/i18n/translated';
import type { stepUp as source } from './words.en';

export const stepUp = {
  stepUp: {
    title: 'Confirmer par votre second facteur',
    help: 'Votre partie exige un second facteur pour cet acte. Il vaut cinq minutes pour les actes du même genre :',
    confirm: 'Confirmer',
    code: 'Code de votre application d’authentification',
    passkey: 'Utiliser une clé d’accès',
    notHere:
      'Ce navigateur n’a pas de clé d’accès à cette adresse. Ouvrez Liaison par son nom, dans un navigateur récent.',
    notAnswered: 'La clé d’accès n’a pas répondu. Réessayez.',
    kinds: {
      restricted_release: 'communications de pièces marquées H1 ou H2',
      recall: 'retraits de communications',
      erasure: 'effacements de pièces et de champs',
      export: 'dossiers d’export',
      signing: 'signatures de décisions',
      member_confirmation: 'confirmations de membres et de rôles',
      keys_and_policy: 'modifications des clés, des règles de communication et des validations',
    },
    policy: 'Second facteur avant les actes',
    none: 'Aucun acte n’exige de nouveau un second facteur.',
    stands: 'Un second facteur est exigé pour : {{acts}} (décidé par {{seat}}).',
    change: 'Modifier le second facteur',
    policyHelp:
      'Un membre qui accomplit un acte choisi ici présente une clé d’accès ou un code de l’application d’authentification. La preuve vaut cinq minutes, pour le même genre d’acte, dans la même session.',
    choose: 'Exiger un second facteur pour',
    scripts: 'Ces actes sont refusés aux jetons des scripts.',
    unable_one:
      'Un membre sur {{members}} n’a pas de second facteur et ne peut pas accomplir ces actes avant d’en ajouter un.',
    unable_other:
      '{{count}} membres sur {{members}} n’ont pas de second facteur et ne peuvent pas accomplir ces actes avant d’en ajouter un.',
    allAble: 'Tous les membres de votre partie ont un second facteur.',
    notAble: 'Vous n’avez pas de second facteur. Ajoutez-en d’abord un sous « Compte et sessions ».',
    nothingChanged: 'Choisissez autre chose que les actes actuels.',
    done: 'Décision enregistrée',
  },
} satisfies Translated<typeof source>;
