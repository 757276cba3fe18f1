/**
 * Articles before names of States: "the Netherlands", « à l’Allemagne », « des Pays-Bas ». Words use them as the format
 * of a value: `{{party, the}}`, `{{party, The}}`, `{{party, le}}`, `{{party, à}}`, `{{party, de}}`. Pure.
 */

const ENGLISH =
  /^(Netherlands|United |Philippines|Bahamas|Maldives|Seychelles|Gambia|Comoros|Dominican Republic|Central African Republic|Democratic Republic)/;
const PLURAL = /^(Pays-Bas|États-Unis|Émirats|Philippines|Bahamas|Maldives|Seychelles|Îles)/;
const WITHOUT =
  /^(Andorre|Bahreïn|Chypre|Cuba|Djibouti|Eurojust|Europol|Frontex|Haïti|Israël|Madagascar|Malte|Maurice|Monaco|Oman|Saint|Singapour|Taïwan)/;
const MASCULINE_WITH_E = /^(Belize|Cambodge|Mexique|Mozambique|Suriname|Zimbabwe)$/;
/** Not the name of a State: the code of a party or a member, or an abbreviation. */
const CODE = /^[A-Z]{2,}(-\d+)?$/;

function articleOf(name: string): string {
  const [plain = name] = name.split(' (');
  if (WITHOUT.test(plain) || CODE.test(plain)) return '';
  if (PLURAL.test(plain)) return 'les ';
  if (/^[AEIOUÀÂÉÈÊÎÔÛ]/.test(plain)) return 'l’';
  return plain.endsWith('e') && !MASCULINE_WITH_E.test(plain) ? 'la ' : 'le ';
}

const upper = (article: string) => article.charAt(0).toUpperCase() + article.slice(1);

/** The words before the name of a country with the article, contracted where French does so. */
export function withArticle(before: string, name: string): string {
  const article = articleOf(name);
  const contracted = article === 'le ' ? ['au ', 'du '] : article === 'les ' ? ['aux ', 'des '] : null;
  if (contracted && /(^|\s)à $/.test(before)) return before.slice(0, -2) + (contracted[0] ?? '');
  if (contracted && /(^|\s)de $/.test(before)) return before.slice(0, -3) + (contracted[1] ?? '');
  return before + (before === '' ? upper(article) : article);
}

/** The words before the name of a country in English, with the article where the name has one. */
export function withEnglishArticle(before: string, name: string): string {
  const article = ENGLISH.test(name) ? 'the ' : '';
  return before + (before === '' ? upper(article) : article);
}

/** The name with the article that a dictionary asks for. Other formats leave the name as it is. */
export function inSentence(name: string, format: string | undefined): string {
  if (format === 'the') return withEnglishArticle(' ', name).slice(1) + name;
  if (format === 'The') return withEnglishArticle('', name) + name;
  if (format === 'le') return articleOf(name) + name;
  return format === 'à' || format === 'de' ? withArticle(`${format} `, name) + name : name;
}
