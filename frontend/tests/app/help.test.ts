/** Every address of the page has a help page in each language. */
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { makeRouter } from '@/app/router';
import { helpPage } from '@/app/shell/help/page';
import { pages as english } from '@/app/shell/help/pages.en';
import { pages as french } from '@/app/shell/help/pages.fr';

/** An address that only leads on, to the teams or to the only one. */
const WITHOUT = ['/'];

describe('the help', () => {
  const paths = Object.keys(makeRouter(new QueryClient()).routesByPath).filter((path) => !WITHOUT.includes(path));
  const addresses = paths.map((path) => path.replaceAll(/\$\w+/g, '0b8f'));

  it('has a page for every screen', () => {
    expect(addresses.length).toBeGreaterThan(25);
    expect(addresses.filter((address) => helpPage(address) === null)).toEqual([]);
  });
  it('says something on every page in every language, and has no page without a screen', () => {
    const used = new Set(addresses.map(helpPage));
    expect(Object.keys(english).filter((page) => !used.has(page as keyof typeof english))).toEqual([]);
    for (const pages of [english, french] as Record<string, readonly string[]>[])
      expect(Object.entries(pages).flatMap(([page, sentences]) => (sentences.length < 2 ? [page] : []))).toEqual([]);
  });
  it('shows the page of the screen, not of another one', () => {
    expect(['/jits/a/operations/b/board', '/jits/a/tasks/t', '/tasks', '/teams/new', '/jits/a/'].map(helpPage)).toEqual(
      ['board', 'task', 'myTasks', 'founding', 'overview'],
    );
  });
});
