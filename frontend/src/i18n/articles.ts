/** French articles before names of countries: « à l’Allemagne », « des Pays-Bas ». Pure. */

const PLURAL = /^(Pays-Bas|États-Unis|Émirats|Philippines|Bahamas|Maldives|Seychelles|Îles)/;
const WITHOUT =
  /^(Andorre|Bahreïn|Chypre|Cuba|Djibouti|Eurojust|Europol|Frontex|Haïti|Israël|Madagascar|Malte|Maurice|Monaco|Oman|Saint|Singapour|Taïwan)/;
const MASCULINE_WITH_E = /^(Belize|Cambodge|Mexique|Mozambique|Suriname|Zimbabwe)$/;

function articleOf(name: string): string {
  if (WITHOUT.test(name)) return '';
  if (PLURAL.test(name)) return 'les ';
  if (/^[AEIOUÀÂÉÈÊÎÔÛ]/.test(name)) return 'l’';
  return name.endsWith('e') && !MASCULINE_WITH_E.test(name) ? 'la ' : 'le ';
}

/** The words before the name of a country with the article, contracted where French does so. */
export function withArticle(before: string, name: string): string {
  const article = articleOf(name);
  const contracted = article === 'le ' ? ['au ', 'du '] : article === 'les ' ? ['aux ', 'des '] : null;
  if (contracted && /(^|\s)à $/.test(before)) return before.slice(0, -2) + (contracted[0] ?? '');
  if (contracted && /(^|\s)de $/.test(before)) return before.slice(0, -3) + (contracted[1] ?? '');
  return before + (before === '' ? article.charAt(0).toUpperCase() + article.slice(1) : article);
}
